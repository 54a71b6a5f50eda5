import Datasets
import Training

extension Dashboard {
    /// Does what a command says of the samples.
    mutating func performOnData(_ command: Command) -> [Effect] {
        switch command {
        case .chooseDataset: askForDataset()
        case .load(let term): return load(term)
        case .fetch: return fetch()
        case .nextPart: turn(by: 1)
        case .previousPart: turn(by: -1)
        case .part(let part): relist(part: part)
        case .filterWords: askForWords()
        case .filterClass: askForClass()
        case .keepWords(let words):
            if let dataset, dataset.vocabulary == nil, !words.isEmpty {
                refuseWords(of: dataset)
            } else {
                relist(words: words)
            }
        case .keepClass(let label): keep(label)
        case .jump: askForNumber()
        case .classSizes: if let dataset { samples.turnView(of: dataset) }
        case .read: samples.view = samples.view == .text ? .split : .text
        case .textUp: scrollText(by: -1)
        case .textDown: scrollText(by: 1)
        case .select(let part, let number): select(part, number)
        case .mark: mark()
        case .nextMark: goToNextMark()
        case .keepMarked: keepMarked()
        default: break
        }
        return []
    }

    // MARK: Other data

    mutating func load(_ term: Term) -> [Effect] {
        do {
            _ = try Catalog.entry(named: term.name)
        } catch {
            complain("\(error)")
            return []
        }
        guard !isTraining else {
            complain("Stop the run first (\(key(for: .stop))): another data set would end it.")
            return []
        }
        starting = nil
        plane.wanted = nil
        awaitChosenData()
        say(Self.loading(term))
        return [.load(term)]
    }

    /// Samples that a person has asked for are on their way; those that are shown stay until then.
    mutating func awaitChosenData() {
        isChoosingData = true
        if dataset == nil {
            source = .loading(LongTask(began: now))
        } else {
            reloading = LongTask(began: now)
        }
    }

    /// The words about samples on their way.
    static func loading(_ term: Term) -> String {
        "Loading \((try? Catalog.entry(named: term.name))?.title ?? term.name)."
    }

    private mutating func fetch() -> [Effect] {
        guard let download else {
            say("There is nothing to download: all files are here.")
            return []
        }
        guard fetching == nil else { return [.cancelFetch] }
        guard !isTraining else {
            complain("Stop the run first (\(key(for: .stop))): another data set would end it.")
            return []
        }
        (fetching, fetched) = (LongTask(began: now), download)
        return [.fetch(download.name)]
    }

    /// The data set that can be downloaded in place of the one shown.
    var download: Download? {
        let name = dataset?.reference.name ?? experiment.dataset.name
        if let found = downloads.first(where: { $0.name == name || $0.substitute == name }) { return found }
        return (try? Catalog.entry(named: name)) == nil ? downloads.first : nil
    }

    // MARK: Listing

    /// Lists the samples of a part again, with or without conditions.
    mutating func list(part: DataPart, words: String = "", label: Int? = nil, marked: Bool = false) {
        guard let dataset else { return }
        samples.list(
            part, words: words, label: label, onlyMarked: marked, from: dataset,
            validation: experiment.settings.heldOut, visible: listRows)
        if search?.pane == .data { search = search.map { self.search(for: $0.text, in: .data) } }
        inspector.position = ListPosition()
        keepInView()
        predict()
    }

    private mutating func keep(_ label: Int?) {
        guard let dataset else { return }
        guard dataset.hasClasses || label == nil else { return refuseClasses(of: dataset) }
        guard label.map(dataset.classes.indices.contains) ?? true else {
            complain("The \(dataset.nouns.labels) are numbered from 0 to \(dataset.classes.count - 1).")
            return
        }
        list(part: samples.part, words: samples.words, label: label, marked: samples.onlyMarked)
    }

    /// Says that there is no class to keep.
    mutating func refuseClasses(of dataset: Dataset) {
        let what = dataset.learnt.first.map { $0.name } ?? "number"
        decline("There are no classes: each \(dataset.nouns.sample) has a \(what) to be learnt.")
    }

    /// Says that there are no words to keep.
    mutating func refuseWords(of dataset: Dataset) {
        decline("These \(dataset.nouns.samples) are no texts, so there are no words to look for.")
    }

    /// Lists another part, or by other words, and lets all other conditions hold.
    private mutating func relist(part: DataPart? = nil, words: String? = nil) {
        list(
            part: part ?? samples.part, words: words ?? samples.words, label: samples.label,
            marked: samples.onlyMarked)
    }

    private mutating func turn(by offset: Int) {
        let parts = DataPart.allCases
        let place = (parts.firstIndex(of: samples.part) ?? 0) + offset
        relist(part: parts[(place + parts.count) % parts.count])
    }

    /// Chooses a sample, in another part and without the filter where that is what it takes.
    mutating func select(_ part: DataPart, _ number: Int) {
        guard let dataset else { return }
        let validation = experiment.settings.heldOut
        // Validation samples keep the numbers that they have in the training split.
        let home = DataPart.allCases.first {
            ($0 == .test) == (part == .test) && dataset.rows(of: $0, validation: validation).contains(number)
        }
        guard let home else {
            complain(
                ListNumbers.missing(number, in: part.rawValue, count: dataset.split(of: part).count))
            return
        }
        if home != samples.part || !samples.rows.contains(number) {
            let lifted = samples.isFiltered ? ", without the filter" : ""
            say("\(dataset.nouns.sample) \(number) is among the \(home.rawValue) samples\(lifted).")
            list(part: home)
        }
        _ = samples.select(number, visible: listRows)
        inspector.position = ListPosition()
        predict()
    }

    // MARK: Marks

    private mutating func mark() {
        guard let dataset, samples.selected != nil else { return }
        let isMarked = samples.toggleMark()
        let count = Format.count(samples.marks.count, dataset.nouns.sample, dataset.nouns.samples)
        say(
            isMarked
                ? "Marked; \(count) now. \(key(for: .nextMark)) goes to the next, \(key(for: .keepMarked)) keeps them alone."
                : "The mark is gone; \(count) left.")
    }

    private mutating func goToNextMark() {
        guard samples.goToNextMark(visible: listRows) else {
            decline("No sample of this list is marked: \(key(for: .mark)) marks one.")
            return
        }
        predict()
    }

    private mutating func keepMarked() {
        guard samples.onlyMarked || !samples.marks.isEmpty else {
            decline("No sample is marked: \(key(for: .mark)) marks one.")
            return
        }
        list(part: samples.part, words: samples.words, label: samples.label, marked: !samples.onlyMarked)
    }

    // MARK: Reading

    private mutating func scrollText(by lines: Int) {
        guard let dataset, let area = layout.panes[.data] else { return }
        let hidden = DataPane.hiddenLines(dataset, samples, in: Frame.inside(area))
        samples.textTop = max(0, min(hidden, samples.textTop + lines))
    }

    /// The number of samples that the list has room for.
    var listRows: Int {
        guard let area = layout.panes[.data] else { return 1 }
        return DataPane.parts(of: Frame.inside(area), samples: samples).list.rows
    }
}
