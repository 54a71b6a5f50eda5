import ArgumentParser
import Datasets
import Foundation
import Training

/// Measures the training engine: where the time goes, how it grows, and what it is compared with what the machine can.
///
///     swift run -c release Benchmarks [--only WORDS] [--data DIR] [--quick]
@main
struct Benchmarks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "Benchmarks", abstract: "Measure the training engine.",
        discussion: "Times are processor seconds, medians of five; only ratios within one run mean anything.")

    @Option(help: ArgumentHelp("Measure only what has these words in its name.", valueName: "words"))
    var only: String?

    @Option(help: ArgumentHelp("A folder to look for data files in first.", valueName: "dir"))
    var data: String?

    @Flag(help: "Measure everything once instead of five times.")
    var quick = false

    @Option(help: .hidden)
    var child: String?

    @Option(help: .hidden)
    var products: WarmProducts.Start?

    func run() throws {
        let source = DataSource(folder: data)
        if let child {
            return try MemoryOfRuns.runAsChild(child, source)
        }
        if let products { return try WarmProducts.runAsChild(products, folder: data) }
        let bench = Bench(source: source, runs: quick ? 1 : 5, only: only)
        show(try source.description())
        let machine = MachineLimits()
        show(machine.description)
        try PhasesOfWorkloads(machine: machine).run(bench)
        try Optimizers(machine: machine).run(bench)
        try WarmProducts(folder: data).run(bench)
        try Threads().run(bench)
        try Growth().run(bench)
        try MemoryOfRuns(folder: data).run(bench)
        try Allocations().run(bench)
        try Frames().run(bench)
        try Explaining().run(bench)
        try LookingBack().run(bench)
        try Keeping().run(bench)
        try Evaluating().run(bench)
    }
}

extension WarmProducts.Start: ExpressibleByArgument {}
