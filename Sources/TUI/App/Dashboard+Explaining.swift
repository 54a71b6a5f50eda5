import Datasets
import Training

/// Explanations of one prediction for the inspector: the quick ones at once, the others off the main thread.
extension Dashboard {
    /// The interval at which samples are compared again during a run, in seconds: each time takes as long as
    /// a few batches.
    private static let pause = 1.0

    /// The chosen sample as the network is to be shown it.
    func shownInputs(of row: Int, in dataset: Dataset) -> (inputs: Inputs, row: Int) {
        let inputs = dataset.split(of: samples.part).inputs
        guard let draft, case .sparse(let rows) = inputs else { return (inputs, row) }
        let columns = draft.columns(of: Array(rows[row]), why.encoder)
        return (.words(columns, of: rows.columns), 0)
    }

    /// The change of the chosen sample, if it was changed.
    var draft: WhatIf? {
        guard let draft = inspector.draft, draft.part == samples.part, draft.row == samples.selected,
            !draft.isEmpty
        else { return nil }
        return draft
    }

    /// Works out what is to be seen, or will be told, and is not known yet.
    mutating func explain(isTold: Bool = false) -> [Effect] {
        guard let dataset, dataset.hasClasses, let row = samples.selected,
            inspector.view.isExplanation || draft != nil, isTold || layout.panes[.inspector] != nil
        else { return [] }
        let words = askForWordsOfDataset(dataset)
        let run = judge(of: row, in: samples.part)
        guard let run, let snapshot = shown(of: run), let network = useful(run) else { return words }
        let question = Explanation.Question(
            subject: .init(part: samples.part, row: row, draft: draft), run: run.id, moment: snapshot.moment)
        let (inputs, place) = shownInputs(of: row, in: dataset)
        if why.question != question { (why.question, why.columns) = (question, []) }
        let columns = inputs.columns(of: place)
        if why.columns != columns || why.columns.isEmpty {
            why.columns = columns
            (why.contributions, why.activations) = (nil, [])
            why.original = draft.map { _ in
                network.probabilities(of: dataset.split(of: samples.part).inputs, row: row)
            }
        }
        switch inspector.view {
        case .words, .whatIf:
            if why.contributions == nil {
                why.contributions = try? network.contributions(of: inputs, row: place)
                keepExplanationInView()
            }
            return words
        case .epochs: return words + askForHistory(run, snapshot, inputs, place)
        case .nearest: return words + askForNearest(question, run, network, inputs, place, dataset)
        case .units:
            if why.activations.isEmpty { why.activations = network.hiddenActivations(of: inputs, row: place) }
            return words + askForUnit(question, run, network, dataset)
        case .sample, .residuals, .pairs: return words
        }
    }

    /// Tells whether something is being worked out that the inspector waits for.
    var isExplaining: Bool {
        if why.hasAskedEncoder, why.encoder == nil { return true }
        switch inspector.view {
        case .epochs: return why.awaitsHistory
        case .nearest: return why.askedNearest.map { $0.question != why.nearest?.question } ?? false
        case .units: return why.askedUnit.map { $0.question != why.unit?.question } ?? false
        case .sample, .residuals, .pairs, .words, .whatIf: return false
        }
    }

    // MARK: Asking

    private mutating func askForWordsOfDataset(_ dataset: Dataset) -> [Effect] {
        guard inspector.view == .whatIf || draft != nil, dataset.vocabulary != nil, !why.hasAskedEncoder
        else { return [] }
        why.hasAskedEncoder = true
        return [
            .work(
                Work(.encoder) { _ in
                    .found(.explained(.init(finding: .encoder(dataset.reference, TextEncoder(dataset)))))
                })
        ]
    }

    private mutating func askForHistory(
        _ run: Run, _ snapshot: Snapshot, _ inputs: Inputs, _ row: Int
    ) -> [Effect] {
        let question = Explanation.TimeQuestion(
            subject: .init(part: samples.part, row: samples.selected ?? 0, draft: draft), run: run.id)
        if why.history?.question != question {
            why.history = .init(question: question, value: SoftmaxThroughTime())
            why.askedEpochs = -1
        }
        if snapshot.batches == 0, let probabilities {
            why.history?.value.set(probabilities, epoch: snapshot.epochs)
        }
        let epochs = max(run.history.epochs.count, run.snapshot?.epochs ?? 0)
        guard epochs > why.askedEpochs else { return [] }
        (why.askedEpochs, why.awaitsHistory) = (epochs, true)
        let known = Set(why.history?.value.epochs ?? [])
        return [
            .work(
                Work(.softmaxThroughTime) { archives in
                    var found = SoftmaxThroughTime()
                    if let archive = archives[run.id] {
                        for epoch in archive.epochs where !known.contains(epoch) {
                            guard let network = archive.network(epoch: epoch) else { continue }
                            found.set(network.probabilities(of: inputs, row: row), epoch: epoch)
                        }
                    }
                    return .found(.explained(.init(finding: .history(question, found))))
                })
        ]
    }

    private mutating func askForNearest(
        _ question: Explanation.Question, _ run: Run, _ network: Network, _ inputs: Inputs, _ row: Int,
        _ dataset: Dataset
    ) -> [Effect] {
        // The list of another sample would be taken for this one's until its own arrives.
        if let known = why.nearest, !known.question.isLike(question) { why.nearest = nil }
        if let asked = why.askedNearest {
            let mayWait = asked.question.isLike(question) && mustWait(for: run, since: asked.time)
            guard asked.question != question, !mayWait else { return [] }
        }
        why.askedNearest = (question, now)
        // The sample is most like itself; one that was changed is compared with what it was.
        let own = question.subject.part != .test && question.subject.draft == nil ? question.subject.row : nil
        return [
            .work(
                Work(.nearest) { _ in
                    let found = network.nearest(to: inputs, row, in: dataset.train.inputs, excluding: own)
                    return .found(.explained(.init(finding: .nearest(question, found))))
                })
        ]
    }

    private mutating func askForUnit(
        _ question: Explanation.Question, _ run: Run, _ network: Network, _ dataset: Dataset
    ) -> [Effect] {
        guard let (layer, unit) = inspector.unit(of: network.model) else { return [] }
        let question = Explanation.UnitQuestion(
            run: question.run, moment: question.moment, layer: layer, unit: unit)
        if let known = why.unit, !known.question.isLike(question) { why.unit = nil }
        if let asked = why.askedUnit {
            let mayWait = asked.question.isLike(question) && mustWait(for: run, since: asked.time)
            guard asked.question != question, !mayWait else { return [] }
        }
        why.askedUnit = (question, now)
        return [
            .work(
                Work(.units) { _ in
                    let inputs = dataset.train.inputs
                    let nothing = DenseRows(columns: 1, values: [])
                    let all =
                        (try? network.hiddenActivations(
                            of: inputs, rows: Array(0..<inputs.count), layer: layer)) ?? nothing
                    let report = UnitReport(
                        unit: unit, layer: layer, of: network, activations: all,
                        count: Explanation.mostWords)
                    return .found(.explained(.init(finding: .unit(question, report))))
                })
        ]
    }

    /// Tells whether a run's newer weights can wait, so that looking at it doesn't slow it down.
    private func mustWait(for run: Run, since time: Double) -> Bool {
        run.status == .running && now - time < Self.pause
    }

    // MARK: Taking

    /// Takes what came of explaining.
    mutating func take(_ finding: Explanation.Finding) {
        switch finding {
        case .encoder(let reference, let encoder):
            guard dataset?.reference == reference else { return }
            why.encoder = encoder
            predict()
        case .history(let question, let found):
            guard why.history?.question == question else { return }
            why.awaitsHistory = false
            for (epoch, probabilities) in zip(found.epochs, found.probabilities) {
                why.history?.value.set(probabilities, epoch: epoch)
            }
        case .nearest(let question, let found):
            if why.askedNearest?.question == question {
                why.nearest = .init(question: question, value: found)
                keepExplanationInView()
            }
        case .unit(let question, let found):
            if why.askedUnit?.question == question { why.unit = .init(question: question, value: found) }
        }
    }
}

extension Network {
    /// The training samples most like a sample, by the last hidden layer.
    fileprivate func nearest(
        to inputs: Inputs, _ row: Int, in others: Inputs, excluding own: Int?
    ) -> NearestSamples {
        let nothing = DenseRows(columns: 1, values: [])
        guard let values = hiddenActivations(of: inputs, row: row).last else {
            return NearestSamples(to: [], among: nothing, count: 0)
        }
        let all = try? hiddenActivations(
            of: others, rows: Array(0..<others.count), layer: model.hiddenLayers.count - 1)
        return NearestSamples(
            to: values, among: all ?? nothing, count: Explanation.mostSamples, excluding: own)
    }
}

extension Inputs {
    /// The columns of a row that hold a one; none where the rows are numbers.
    fileprivate func columns(of row: Int) -> [Int32] {
        guard case .sparse(let rows) = self, 0..<rows.count ~= row else { return [] }
        return Array(rows[row])
    }
}
