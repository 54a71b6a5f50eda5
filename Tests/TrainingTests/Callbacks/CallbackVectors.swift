import Foundation
import Testing

@testable import Training

/// The behaviour of Keras' own callbacks when `make_callbacks.py` told them of epochs and batches.
@Suite struct `Callbacks, told what Keras' were told,` {
    // Made for these tests alone, so that it stands next to them wherever the other vectors are.
    private func reference() throws -> JSON {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Reference/callbacks.json")
        return try JSONDecoder().decode(JSON.self, from: Data(contentsOf: file))
    }

    @Test func `stop, put back weights and reduce the learning rate when Keras' do`() throws {
        let reference = try reference()
        let rate = try #require(reference["learning_rate"]?.number)
        let cases = try #require(reference["cases"]).list
        for item in cases {
            let text = try #require(item["callback"]?.text)
            let callback = try Callback(text: text)
            let monitor = try #require(item["monitor"]?.text)
            var run = WatchedRun(callback, learningRate: rate)
            for value in try #require(item["values"]).list where run.stopped == nil {
                try run.endEpoch(monitor, value.number)
            }
            run.end()

            #expect(run.stopped == item["stopped"]?.integer, "\(text)")
            #expect(run.weightsOfEpoch == item["weights_of_epoch"]?.integer, "\(text)")
            let rates = try #require(item["learning_rates"]).numbers
            #expect(run.learningRates.map { Float($0) } == rates.map { Float($0) }, "\(text)")
        }
        #expect(Set(cases.compactMap { $0["callback"]?.text?.prefix { $0 != "(" } }).count == 2)
    }

    @Test func `stop at the first loss that is not finite`() throws {
        for item in try #require(reference()["batches"]).list {
            var state = try Callback.named("TerminateOnNaN").begin()
            let losses = try #require(item["losses"]).numbers
            let stop = losses.indices.first {
                !state.batchEnded(loss: losses[$0], epoch: 1, batch: $0 + 1).isEmpty
            }
            #expect(stop.map { $0 + 1 } == item["stopped"]?.integer)
        }
    }
}

/// A run that one callback watches, and that does what it wants done.
struct WatchedRun {
    private var state: any CallbackState
    private var epoch = 0
    private var rate: Double
    private var keptEpoch = 0

    /// The epoch after which the run was stopped.
    private(set) var stopped: Int?
    /// The epoch whose weights the run has now.
    private(set) var weightsOfEpoch = 0
    /// The learning rate after each epoch.
    private(set) var learningRates: [Double] = []
    /// The reasons that were given on the way.
    private(set) var reasons: [String] = []

    init(_ callback: Callback, learningRate: Double = 0.001) {
        state = callback.begin()
        rate = learningRate
    }

    /// Ends an epoch in which one column of the history had a value, or none.
    mutating func endEpoch(_ key: String, _ value: Double?) throws {
        epoch += 1
        weightsOfEpoch = epoch
        var record = EpochRecord(
            index: epoch, training: Metrics(loss: 0), validation: nil, seconds: 1, learningRate: rate)
        if let value {
            let name = key.replacing("val_", with: "")
            let metrics =
                name == "loss"
                ? Metrics(loss: value)
                : Metrics(loss: 0, values: [.init(try Metric(text: name), value)])
            if name == key { record.training = metrics } else { record.validation = metrics }
        }
        carryOut(state.epochEnded(record))
        learningRates.append(rate)
    }

    mutating func end() { carryOut(state.runEnded()) }

    private mutating func carryOut(_ actions: [CallbackAction]) {
        for action in actions {
            switch action {
            case .stop(let reason):
                stopped = epoch
                reasons.append(reason)
            case .keepWeights: keptEpoch = epoch
            case .restoreWeights(let epoch):
                #expect(epoch == keptEpoch)
                weightsOfEpoch = epoch
            case .setLearningRate(let rate, let reason):
                self.rate = rate
                reasons.append(reason)
            }
        }
    }
}
