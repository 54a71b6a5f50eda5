import Datasets
import Foundation
import Training

/// The most memory that a run takes, and the part of it that grows: each run in a process of its own.
struct MemoryOfRuns {
    let folder: String?

    private static let workloads =
        [Workload(epochs: 2)]
        + [128, 256, 512, 1024].map { Workload(name: "\($0) units", hidden: [$0, $0], epochs: 1) }
        + [2, 5, 10].map { Workload(name: "\($0) times the wires", epochs: 1, copies: $0) }

    func run(_ bench: Bench) throws {
        guard bench.wants("memory") else { return }
        show("\npeak resident memory of a run without a screen; the model is weights and slots")
        var table = Table(["workload", "peak MB", "model MB", "inputs MB", "peak less model MB"])
        for workload in Self.workloads {
            let dataset = try bench.source.dataset(for: workload)
            let size = Size(workload, experiment: try workload.experiment(on: dataset), dataset: dataset)
            let peak = try peak(of: workload)
            let model = Double(size.parameters * (1 + size.slots) * 4)
            let inputs = Double((size.training.ones + size.validation.ones) * 4)
            table.add([workload.name] + [peak, model, inputs, peak - model].map { ($0 * 1e-6).digits(1) })
        }
        show(table.text)
    }

    /// Bytes that a process has at most that runs a workload.
    private func peak(of workload: Workload) throws -> Double {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments =
            ["--child", String(decoding: try JSONEncoder().encode(workload), as: UTF8.self)]
            + (folder.map { ["--data", $0] } ?? [])
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text.split(separator: "\n").last.flatMap { Double($0) } ?? .nan
    }

    /// Runs a workload and prints how many bytes that took at most.
    static func runAsChild(_ text: String, _ source: DataSource) throws {
        let workload = try JSONDecoder().decode(Workload.self, from: Data(text.utf8))
        let dataset = try source.dataset(for: workload)
        _ = try HeadlessRun(workload.experiment(on: dataset), dataset: dataset).run()
        // Not getrusage, which counts in what the parent had when it made this process.
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        let kilobytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) }
        show("\((kilobytes ?? .nan) * 1024)")
    }
}
