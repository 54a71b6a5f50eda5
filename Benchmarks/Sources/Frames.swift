import Datasets
import Foundation
import TUI
import Training

/// The time for a frame: the whole dashboard as a canvas, without a terminal.
struct Frames {
    private static let sizes = [TUI.Size(80, 24), TUI.Size(120, 40), TUI.Size(200, 60)]

    func run(_ bench: Bench) throws {
        guard bench.wants("screen") else { return }
        show("\nscreen: milliseconds for one frame, and for one key with its frame; a frame has 16")
        let dataset = try bench.source.dataset(for: Workload())
        var table = Table(["what is shown"] + Self.sizes.flatMap { ["\($0.columns)x\($0.rows)", "key"] })
        for (name, epochs) in [("the start", 0), ("20 epochs", 20), ("100,000 epochs", 100_000)] {
            table.add([name] + Self.sizes.flatMap { size in times(dataset, epochs, size, bench.runs) })
        }
        show(table.text)
    }

    private func times(_ dataset: Dataset, _ epochs: Int, _ size: TUI.Size, _ runs: Int) -> [String] {
        var dashboard = Dashboard(
            experiment: Experiment(dataset: dataset.reference, model: Model(layers: [])), size: size)
        _ = dashboard.update(.loaded(dataset))
        if epochs > 0 { train(&dashboard, epochs) }
        let frames = (0..<runs * 4).map { _ in milliseconds { _ = dashboard.draw() } }
        let keys = (0..<runs * 4).map { _ in
            milliseconds {
                _ = dashboard.update(.event(.key(.down)))
                _ = dashboard.draw()
            }
        }
        return [frames.median.digits(2), keys.median.digits(2)]
    }

    /// A run that ends after so many epochs, with a spike now and then.
    private func train(_ dashboard: inout Dashboard, _ epochs: Int) {
        guard case .train(let id, _, _, _, _)? = dashboard.update(.command(.train)).last else { return }
        for epoch in 1...epochs {
            let x = Double(epoch) / Double(epochs) * 20 + 1
            let spike = epoch % 9973 == 0 ? 3.0 : 0
            let record = EpochRecord(
                index: epoch,
                training: Metrics(
                    loss: 3 / x + 0.01 * sin(Double(epoch)), values: [.init(.accuracy, 1 - 0.5 / x)]),
                validation: Metrics(loss: 0.9 + 2 / x / x + spike, values: [.init(.accuracy, 0.8 - 0.3 / x)]),
                seconds: 0.03, learningRate: 0.001)
            _ = dashboard.update(.milestone(id, .epoch(record)))
        }
    }

    private func milliseconds(_ work: () -> Void) -> Double {
        let began = clock()
        work()
        return Double(clock() - began) / Double(CLOCKS_PER_SEC) * 1000
    }
}
