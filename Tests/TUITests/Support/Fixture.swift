import Datasets
import KeptNetwork

@testable import TUI
@testable import Training

/// A small made-up data set, and dashboards in the states that a test begins with.
enum Fixture {
    /// As many classes as make a full screen, with names of different lengths.
    static let classes = (0..<46).map { number in
        let names = [
            "apple", "fig", "sweet-potato", "kiwi", "lychee", "plum", "pear", "blackcurrant", "date", "lime",
        ]
        return number < names.count ? names[number] : "\(names[number % names.count])-\(number / names.count)"
    }
    static let words = [
        "", "the", "fruit", "prices", "rose", "fell", "in", "london", "after", "a", "late", "frost",
        "growers",
        "said", "harvest", "exports", "tonnes", "market", "demand", "was", "strong", "weak", "golden", "gold",
    ]

    /// 300 samples to learn from and 60 to be judged by; no two texts are alike.
    static let dataset: Dataset = {
        let vocabulary = Vocabulary(words: words, indexFrom: 3)
        return Dataset(
            reference: Term("fruit"), title: "made-up fruit",
            nouns: Nouns(sample: "note", label: "fruit", labels: "fruits"),
            classes: classes, train: split(300, from: 0), test: split(60, from: 1000), vocabulary: vocabulary)
    }()

    private static func split(_ count: Int, from start: Int) -> Split {
        var texts = TokenSequences()
        var labels: [Int32] = []
        for sample in start..<start + count {
            let length = 12 + sample * 7 % 50
            let tokens = (0..<length).map { place in
                Int32(4 + (sample * 31 + place * place + place * (sample % 5 + 1)) % (words.count - 1))
            }
            texts.append([1, 2] + tokens)
            labels.append(Int32(sample * sample % 97 % classes.count))
        }
        return Split(inputs: .sparse(texts.multiHot(columns: words.count + 3)), labels: labels, texts: texts)
    }

    /// A dashboard that shows the data set.
    static func dashboard(
        _ columns: Int = 120, _ rows: Int = 40, glyphs: Glyphs = .braille, validation: Int = 100
    ) -> Dashboard {
        var experiment = Experiment(dataset: Term("fruit"), model: Model(layers: []))
        experiment.settings.validation = validation
        var dashboard = Dashboard(experiment: experiment, size: Size(columns, rows), glyphs: glyphs)
        _ = dashboard.update(.loaded(dataset))
        return dashboard
    }

    /// The record of an epoch of a run that overfits after the ninth, as the book's does.
    static func epoch(_ index: Int) -> EpochRecord {
        let x = Double(index)
        func metrics(_ loss: Double, _ accuracy: Double) -> Metrics {
            Metrics(loss: loss, values: [.init(.accuracy, accuracy)])
        }
        return EpochRecord(
            index: index, training: metrics(3.2 / x + 0.1, 1 - 0.55 / x),
            validation: metrics(0.9 + 2 / x / x + 0.01 * max(0, x - 9) * x / 6, 0.82 - 0.4 / x),
            seconds: 0.03,
            learningRate: 0.001)
    }

    /// A dashboard on which so many epochs of twenty have been trained, and a network stands ready.
    static func trained(
        _ epochs: Int, _ columns: Int = 120, _ rows: Int = 40, glyphs: Glyphs = .braille, ends: Bool = false
    ) -> Dashboard {
        var dashboard = dashboard(columns, rows, glyphs: glyphs)
        _ = dashboard.update(.event(.key(.space)))
        guard let id = dashboard.run?.id else { return dashboard }
        _ = dashboard.update(.milestone(id, .started(epochs: 20, batchesPerEpoch: 16)))
        for epoch in 1...max(1, epochs) { _ = dashboard.update(.milestone(id, .epoch(Self.epoch(epoch)))) }
        _ = dashboard.update(
            .progress(
                id,
                Progress(
                    epoch: epochs + 1, epochs: 20, batch: 7, batches: 16, batchLoss: 0.4,
                    metrics: Metrics(loss: 0.4),
                    samplesPerSecond: 265_000, seconds: Double(epochs) * 0.03 + 0.012)))
        _ = dashboard.update(.snapshot(id, snapshot(dashboard.experiment.model, epochs: epochs)))
        if ends {
            let history = History(epochs: (1...epochs).map(epoch))
            _ = dashboard.update(.milestone(id, .finished(history)))
            _ = dashboard.update(.tested(id, Metrics(loss: 0.957, values: [.init(.accuracy, 0.7967)])))
        }
        return dashboard
    }

    /// A network with made-up weights, as if it had been trained for so many epochs.
    static func snapshot(_ model: Model, epochs: Int, inputs: Int? = nil) -> Snapshot {
        Snapshot(network: network(model, inputs: inputs), epochs: epochs, batches: 0)
    }

    /// A network with made-up weights, the same each time.
    static func network(_ model: Model, inputs: Int? = nil) -> Network {
        Network(madeUp: model, inputs: inputs ?? dataset.train.inputs.columns)
    }
}

extension Dashboard {
    /// Presses keys, named as in the key table, one after another.
    @discardableResult
    mutating func press(_ keys: String) -> [Effect] {
        keys.split(separator: " ").compactMap { Key(String($0)) }.flatMap { update(.event(.key($0))) }
    }

    /// Types text, letter by letter.
    mutating func type(_ text: String) {
        for character in text { _ = update(.event(.key(.character(character)))) }
    }

    /// The whole screen as text.
    var screen: String { draw().lines.joined(separator: "\n") }
}
