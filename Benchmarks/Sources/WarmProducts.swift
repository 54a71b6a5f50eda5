import COpenBLAS
import Datasets
import Foundation
import Training

/// The gain of one larger product in OpenBLAS before the first batch.
///
/// Each run has a process of its own, since a process that is warm stays so; runs of both kinds take turns.
struct WarmProducts {
    enum Start: String, CaseIterable { case cold, warm }

    let folder: String?

    /// The words of a process about one run.
    private struct Told: Codable {
        var seconds: Double
        var weights: UInt64
        /// Thousands of millions of operations a second, by size.
        var products: [Double]
    }

    private static let sizes: [(rows: Int, columns: Int, depth: Int)] = [
        (512, 64, 512), (128, 256, 256), (128, 256, 784), (128, 784, 256),
    ]

    func run(_ bench: Bench) throws {
        guard bench.wants("cold and warm products") else { return }
        guard Self.locations(folder).have(MNIST().files) else {
            show("\ncold and warm products: MNIST's file was not found, see --data")
            return
        }
        show("\ncold and warm products: MNIST, 256-256-10, batch 128, 2 epochs, processor seconds of the fit")
        var told: [Start: [Told]] = [:]
        for _ in 0..<bench.runs {
            for start in Start.allCases { told[start, default: []].append(try ask(start)) }
        }
        let all = Start.allCases.map { told[$0] ?? [] }
        var table = Table(["", "cold", "warm", "cold / warm"])
        func add(_ name: String, _ digits: Int, _ value: (Told) -> Double) {
            let (cold, warm) = (all[0].map(value).median, all[1].map(value).median)
            let ratios = zip(all[0], all[1]).map { value($0) / value($1) }
            table.add([name, cold.digits(digits), warm.digits(digits), ratios.median.digits(2)])
        }
        add("training, s", 2) { $0.seconds }
        for (index, size) in Self.sizes.enumerated() {
            add("\(size.rows)x\(size.columns)x\(size.depth), GFLOP/s", 1) { $0.products[index] }
        }
        show(table.text)
        let same = Set(all.joined().map(\.weights)).count == 1
        show("the same weights in all runs: \(same ? "yes, every bit" : "NO")")
    }

    private func ask(_ start: Start) throws -> Told {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["--products", start.rawValue] + (folder.map { ["--data", $0] } ?? [])
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try JSONDecoder().decode(Told.self, from: data)
    }

    // MARK: - In a process of its own

    /// Measures products and trains, and prints what came of it.
    ///
    /// - Parameters:
    ///   - start: The kind of start; in a warm one the larger product comes first.
    ///   - folder: The folder of the data files.
    /// - Throws: The error of the training.
    static func runAsChild(_ start: Start, folder: String?) throws {
        blas_set_warming(start == .warm)
        let products = sizes.map { speed($0.rows, $0.columns, $0.depth) }
        let dataset = try MNIST().load(Term("mnist"), from: locations(folder)) { _ in }
        let model = Model(
            layers: [.dense(256, activation: .relu), .dense(256, activation: .relu)]
                + [.dense(dataset.classes.count, activation: .softmax)])
        let experiment = Experiment(
            dataset: dataset.reference, model: model,
            settings: TrainingSettings(batchSize: 128, epochs: 2, validation: 1000))
        let (report, network) = try HeadlessRun(experiment, dataset: dataset).run(clock: nil)
        // FNV-1a, the same in every process.
        var sum: UInt64 = 0xcbf2_9ce4_8422_2325
        for array in network.weights.flatMap(\.arrays) {
            for value in array.values { sum = (sum ^ UInt64(value.bitPattern)) &* 0x100_0000_01b3 }
        }
        let told = Told(seconds: report.seconds.fitCPU, weights: sum, products: products)
        show(String(decoding: try JSONEncoder().encode(told), as: UTF8.self))
    }

    private static func locations(_ folder: String?) -> DataLocations {
        DataLocations(option: folder, environment: ProcessInfo.processInfo.environment)
    }

    /// The best of five rounds of one product, in thousands of millions of operations a processor second.
    private static func speed(_ rows: Int, _ columns: Int, _ depth: Int) -> Double {
        var a = [Float](repeating: 1, count: rows * depth)
        var b = [Float](repeating: 1, count: depth * columns)
        var c = [Float](repeating: 0, count: rows * columns)
        let operations = 2 * Double(rows * columns * depth)
        let times = Int(1e8 / operations) + 1
        var best = Double.infinity
        a.withUnsafeMutableBufferPointer { a in
            b.withUnsafeMutableBufferPointer { b in
                c.withUnsafeMutableBufferPointer { c in
                    func matrix(_ values: UnsafeMutableBufferPointer<Float>, _ stride: Int) -> blas_matrix {
                        blas_matrix(values: values.baseAddress, stride: Int32(stride), transposed: false)
                    }
                    for _ in 0..<5 {
                        let began = clock()
                        for _ in 0..<times {
                            blas_product(
                                Int32(rows), Int32(columns), Int32(depth), matrix(a, depth),
                                matrix(b, columns),
                                matrix(c, columns), false)
                        }
                        best = min(best, Double(clock() - began) / Double(CLOCKS_PER_SEC) / Double(times))
                    }
                }
            }
        }
        return operations / best * 1e-9
    }
}
