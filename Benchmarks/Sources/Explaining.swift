import Datasets
import Foundation
import Training

/// The time for explanations of one prediction: the work that the inspector asks for with every key.
struct Explaining {
    func run(_ bench: Bench) throws {
        guard bench.wants("explaining") else { return }
        show(
            "\nexplaining: milliseconds for one wire, by the book's network with random weights; a key has 5")
        let dataset = try bench.source.dataset(for: Workload())
        let model = Model.book(classes: dataset.classes.count)
        let columns = dataset.train.inputs.columns
        let network = Network(initial: model, inputs: columns, seed: 1)
        var table = Table(["distinct words", "contributions", "nearest of \(dataset.train.count)"])
        for count in [100, 1000] {
            let step = max(1, columns / (count + 1))
            let words = (0..<count).map { Int32($0 * step) }
            let contributions = try bench.milliseconds { _ = try network.contributions(of: words) }
            let nearest = try bench.milliseconds {
                let wire = Inputs.words(words, of: columns)
                let own = network.hiddenActivations(of: wire, row: 0)
                let all = try network.hiddenActivations(
                    of: dataset.train.inputs, rows: Array(0..<dataset.train.count), layer: own.count - 1)
                _ = NearestSamples(to: own[own.count - 1], among: all, count: 10)
            }
            table.add(["\(count)", contributions.digits(2), nearest.digits(2)])
        }
        show(table.text)
    }
}
