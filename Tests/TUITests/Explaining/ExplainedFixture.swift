import Datasets

@testable import TUI
@testable import Training

extension Dashboard {
    /// Presses keys, and does the work that comes of it at once.
    mutating func pressWorking(_ keys: String, _ archive: RunArchive? = nil) async {
        for key in keys.split(separator: " ").compactMap({ Key(String($0)) }) {
            await work(update(.event(.key(key))), archive)
        }
    }

    /// Writes a command, and does the work that comes of it at once.
    mutating func doWorking(_ text: String, _ archive: RunArchive? = nil) async throws {
        await work(update(.command(try Command(text: text))), archive)
    }

    /// Types text letter by letter, and does the work that comes of it.
    mutating func typeWorking(_ text: String) async {
        for character in text { await work(update(.event(.key(.character(character)))), nil) }
    }

    /// Does what work there is among effects.
    mutating func work(_ effects: [Effect], _ archive: RunArchive?) async {
        for case .work(let work) in effects {
            let action = await work.body(Archives { _ in archive })
            await self.work(update(action), archive)
        }
    }
}

extension Fixture {
    /// An archive of networks that change their minds.
    static func archive(_ fit: Fit, epochs: Int, inputs: Int? = nil) -> RunArchive {
        let archive = RunArchive(fit)
        let model = fit.experiment.model
        for epoch in 0...epochs {
            var network = network(model, inputs: inputs)
            var weights = network.weights
            let last = weights.count - 1
            for place in weights[last].bias.indices {
                weights[last].bias[place] = Float((place * 37 + epoch * epoch * 11) % 23) / 6 - 2
            }
            network = Network(model: model, weights: weights)
            archive.keep(network, at: Moment(epochs: epoch))
        }
        return archive
    }
}

extension RunArchive {
    /// An archive of a run that nothing is asked of but its weights.
    convenience init() {
        self.init(Fit(Experiment(dataset: Term("sample"), model: Model(layers: []))))
    }
}
