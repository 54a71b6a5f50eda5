import Datasets
import Training

/// Questions about one prediction.
extension Dashboard {
    /// Does what a command asks of one prediction.
    mutating func perform(_ change: WhyChange) -> [Effect] {
        if change == .switchWord, pointsPane != nil {
            // On points the key has another meaning.
            self.change(PlaneChange.layer)
            return []
        }
        guard let dataset else { return [] }
        guard dataset.hasClasses else {
            decline("These \(dataset.nouns.samples) have no classes to ask about.")
            return []
        }
        switch change {
        case .view(let view): show(view, of: dataset)
        case .previousView: show(inspector.view.next(of: dataset, by: -1), of: dataset)
        case .logarithmic: inspector.isLogarithmic.toggle()
        case .likeliest: (inspector.label, inspector.rival) = (nil, .none)
        case .classes(let label, let other): ask(about: label, against: other, dataset)
        case .next: step(by: 1, dataset)
        case .previous: step(by: -1, dataset)
        case .against: inspector.rival = inspector.rival == .none ? .best : .none
        case .switchWord: switchWord(dataset)
        case .word(let word): switchWord(named: word, dataset)
        case .addWords: askForWordsToAdd(dataset)
        case .add(let words):
            guard refuseUnlessText(dataset) else { return [] }
            add(words: words)
        case .write: askForText(dataset)
        case .suppose(let text):
            guard refuseUnlessText(dataset) else { return [] }
            suppose(text)
            if inspector.view != .sample { show(.whatIf, of: dataset) }
        case .restore: restoreSample()
        case .go: go(dataset)
        }
        return []
    }

    /// Tells whether a question makes sense now; the footer has no other keys.
    func canAsk(_ change: WhyChange) -> Bool {
        guard let dataset else { return false }
        if pointsPane != nil { return change == .switchWord }
        let view = inspector.view
        switch change {
        case .view, .previousView: return InspectorView.all(of: dataset).count > 1
        case .logarithmic: return view == .sample || view == .whatIf
        case .next, .previous: return view.isExplanation && view != .nearest
        case .likeliest, .classes, .against: return view == .words || view == .whatIf
        case .switchWord, .word, .addWords, .add, .write, .suppose: return view == .words || view == .whatIf
        case .restore: return draft != nil
        case .go: return view == .nearest || view == .units || view == .whatIf
        }
    }

    /// Shows a view, if the samples have it.
    mutating func show(_ view: InspectorView, of dataset: Dataset) {
        guard InspectorView.all(of: dataset).contains(view) else {
            let all = InspectorView.all(of: dataset).map(\.rawValue)
            complain(
                all.count == 1
                    ? "These \(dataset.nouns.samples) have one view, \(all[0])."
                    : "There is no such view of these \(dataset.nouns.samples). There are \(all.joined(separator: ", "))."
            )
            return
        }
        guard view != inspector.view else { return }
        inspector.view = view
        (inspector.list, inspector.unitSample) = (ListPosition(), 0)
    }

    // MARK: Classes

    private mutating func ask(about label: String, against other: String?, _ dataset: Dataset) {
        guard let label = number(ofClass: label, dataset) else { return }
        if let other {
            guard let other = number(ofClass: other, dataset) else { return }
            guard other != label else {
                complain("A \(dataset.nouns.label) can't be held against itself.")
                return
            }
            inspector.rival = .label(other)
        } else {
            inspector.rival = .none
        }
        inspector.label = label
        if !inspector.view.isExplanation { show(.words, of: dataset) }
    }

    /// The class of that number or name; a part of a name does where only one class begins like that.
    private mutating func number(ofClass text: String, _ dataset: Dataset) -> Int? {
        if let number = Int(text), dataset.classes.indices.contains(number) { return number }
        let wanted = text.lowercased()
        let names = dataset.classes.map { $0.lowercased() }
        if let place = names.firstIndex(of: wanted) { return place }
        let beginning = names.indices.filter { names[$0].hasPrefix(wanted) }
        if beginning.count == 1 { return beginning[0] }
        let some = beginning.prefix(5).map { dataset.classes[$0] }.joined(separator: ", ")
        complain(
            "No \(dataset.nouns.label) is called “\(text.clipped(to: 30))”."
                + (some.isEmpty
                    ? " They have the numbers 0 to \(dataset.classes.count - 1)." : " Do you mean \(some)?"))
        return nil
    }

    /// Goes to the next class by probability, or to the next sample of the unit.
    private mutating func step(by offset: Int, _ dataset: Dataset) {
        if inspector.view == .units {
            let count = why.unit?.value.samples.count ?? 0
            inspector.unitSample = max(0, min(count - 1, inspector.unitSample + offset))
            return
        }
        guard let probabilities, !probabilities.isEmpty else { return }
        let order = Ranking(probabilities).order
        let place = inspector.label.flatMap { order.firstIndex(of: $0) } ?? 0
        inspector.label = order[(place + offset + order.count) % order.count]
    }

    // MARK: Going

    private mutating func go(_ dataset: Dataset) {
        switch inspector.view {
        case .nearest:
            guard let all = why.nearest?.value.neighbours else { return sayExplaining(dataset) }
            guard all.indices.contains(inspector.list.cursor) else { return }
            goToTraining(all[inspector.list.cursor].row)
        case .units:
            guard let all = why.unit?.value.samples else { return sayExplaining(dataset) }
            guard all.indices.contains(inspector.unitSample) else { return }
            goToTraining(all[inspector.unitSample].row)
        case .whatIf: askForText(dataset)
        case .words: show(.whatIf, of: dataset)
        case .sample, .residuals, .pairs, .epochs: break
        }
    }

    /// Says why the key does nothing now.
    ///
    /// It must not do it later: by then the person may be elsewhere.
    private mutating func sayExplaining(_ dataset: Dataset) {
        guard isExplaining else { return }
        say("The \(dataset.nouns.samples) are still being compared.")
    }

    /// Goes to a sample of the training split, whichever part it is listed in; Escape comes back.
    private mutating func goToTraining(_ row: Int) {
        leaveTrail()
        let part: DataPart = row < experiment.settings.heldOut ? .validation : .train
        inspector.draft = nil
        inspector.list = ListPosition()
        if !show(row, of: part) { _ = trail.popLast() }
    }

    // MARK: Lists

    /// The number of rows in the list of the view, and the number of them on the screen.
    var explanationRows: (count: Int, visible: Int) {
        guard let dataset, let area = layout.panes[.inspector] else { return (0, 1) }
        let body = InspectorPane.parts(of: Frame.inside(area)).bars
        switch inspector.view {
        case .words:
            return (
                explainedPane?.listedWords.count ?? 0,
                max(1, InspectorPane.wordParts(of: body).table.rows - 1)
            )
        case .whatIf: return (explainedPane?.listedWords.count ?? 0, 10)
        case .nearest: return (why.nearest?.value.neighbours.count ?? 0, max(1, body.rows - 1))
        case .units:
            let model = shown(of: judge(of: samples.selected, in: samples.part))?.network.model
            return (model?.hiddenLayers.reduce(0) { $0 + $1.units } ?? 0, 16)
        case .epochs: return (dataset.classes.count, 10)
        case .sample, .residuals, .pairs: return (0, 1)
        }
    }

    /// The pane, where there is something to explain.
    var explainedPane: InspectorPane? {
        guard case .loaded(let loaded) = source else { return nil }
        return inspectorPane(on: loaded)
    }

    mutating func moveInExplanation(_ motion: Motion) {
        guard inspector.view != .epochs else {
            if motion == .up || motion == .down, let dataset { step(by: motion == .up ? -1 : 1, dataset) }
            return
        }
        let rows = explanationRows
        // In a list that is on its way the place is kept until it arrives.
        guard rows.count > 0 else { return }
        inspector.list.move(motion, count: rows.count, visible: rows.visible)
        noteChosen()
    }

    mutating func chooseInExplanation(_ row: Int) {
        let rows = explanationRows
        inspector.list.go(to: row, count: rows.count, visible: rows.visible)
        noteChosen()
    }

    /// Sorts words by another measure; the one one is on stays chosen.
    mutating func sort(words measure: Contributions.Measure) {
        inspector.measure = measure
        say("Sorted by \(measure.title).")
    }

    /// The word one is on stays chosen while others overtake it.
    private mutating func noteChosen() {
        inspector.unitSample = 0
        guard inspector.view == .words || inspector.view == .whatIf, let pane = explainedPane else { return }
        let words = pane.listedWords
        if words.indices.contains(inspector.list.cursor) {
            inspector.word = words[inspector.list.cursor].column
        }
    }

    /// After weights, words or the screen have changed, what is chosen is still on the screen.
    mutating func keepExplanationInView() {
        let rows = explanationRows
        guard rows.count > 0 else { return }
        var place = inspector.list.cursor
        if inspector.view == .words || inspector.view == .whatIf, let pane = explainedPane,
            let word = inspector.word, let row = pane.listedWords.firstIndex(where: { $0.column == word })
        {
            place = row
        }
        inspector.list.go(to: place, count: rows.count, visible: rows.visible)
    }

    /// The text of the list's rows, for searches.
    var explanationLines: [String] {
        guard let dataset else { return [] }
        switch inspector.view {
        case .words, .whatIf: return explainedPane?.listedWords.map(\.text) ?? []
        case .nearest:
            return why.nearest?.value.neighbours.map {
                dataset.truth(of: $0.row, in: dataset.train) + " "
                    + (dataset.text(of: $0.row, in: dataset.train) ?? "")
            } ?? []
        case .sample, .residuals, .pairs, .epochs, .units: return []
        }
    }
}

extension Contributions.Measure {
    /// The one after it, round and round.
    var next: Contributions.Measure {
        let all = Self.allCases
        return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
    }

    /// The measure, in words.
    var title: String {
        switch self {
        case .logit: "the change of the logit"
        case .probability: "the change of the probability"
        case .gradient: "gradient times input"
        }
    }
}
