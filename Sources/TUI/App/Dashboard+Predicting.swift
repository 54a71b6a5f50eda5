import Datasets
import Training

/// The newest network's predictions for the samples that are on the screen.
extension Dashboard {
    /// Asks the newest network about the chosen sample.
    mutating func predict() {
        guard let dataset, let row = samples.selected,
            let network = useful(judge(of: row, in: samples.part))
        else {
            (probabilities, outputs) = (nil, nil)
            return
        }
        let (inputs, place) = shownInputs(of: row, in: dataset)
        guard dataset.hasClasses else {
            (probabilities, outputs) = (nil, network.outputs(of: inputs, row: place))
            return
        }
        (probabilities, outputs) = (network.probabilities(of: inputs, row: place), nil)
    }

    /// The newest network, where it is one for these samples.
    private var usefulNetwork: Network? { useful(shownRun) }

    /// A run's network, where it is one for these samples.
    func useful(_ run: Run?) -> Network? {
        guard let dataset, let network = shown(of: run)?.network,
            network.inputs == dataset.train.inputs.columns
        else { return nil }
        return network
    }

    /// Asks for the newest network's outputs for many samples, where they are to be seen and not known yet.
    mutating func askForPredictions() -> [Effect] {
        guard let request = wantedPredictions else {
            askedPredictions = nil
            return []
        }
        guard request != askedPredictions, let dataset, let network = usefulNetwork else { return [] }
        askedPredictions = request
        return [.predict(request, network, on: dataset)]
    }

    /// Tells whether an answer is on its way.
    var isPredicting: Bool { askedPredictions != nil && predictions?.request != askedPredictions }

    private var wantedPredictions: PartPredictions.Request? {
        guard let dataset, usefulNetwork != nil, let run = shownRun,
            let snapshot = shown(of: run)
        else { return nil }
        let rows: [Int]
        if !dataset.hasClasses {
            let all = dataset.rows(of: samples.part, validation: experiment.settings.heldOut)
            // Evenly over the part, so that the points are those of all of it.
            let step = max(1, (all.count + PartPredictions.most - 1) / PartPredictions.most)
            rows = Array(stride(from: all.lowerBound, to: all.upperBound, by: step))
        } else if inspector.view == .pairs {
            rows = Array(samples.rows.dropFirst(samples.position.cursor).prefix(InspectorPane.mostPairs))
        } else {
            return nil
        }
        guard !rows.isEmpty else { return nil }
        return .init(
            run: run.id, epochs: snapshot.epochs, batches: snapshot.batches, part: samples.part, rows: rows)
    }

    /// A result with its errors in the unit of what is to be learnt: `loss 0.2, mean_absolute_error 0.31 ($31,400)`.
    func describe(_ metrics: Metrics) -> String {
        LogText.describe(metrics) + (dataset?.error(of: metrics).map { ", that is an error of \($0)" } ?? "")
    }
}

extension Dataset {
    /// The mean absolute error in the unit of what is to be learnt, where it was measured.
    func error(of metrics: Metrics) -> String? {
        let error = metrics.values.first {
            $0.metric.term.name == Metric.meanAbsoluteError.term.name || $0.metric.name == "mae"
        }
        guard let error, let feature = learnt.first, learnt.count == 1 else { return nil }
        return feature.text(difference: error.value)
    }
}
