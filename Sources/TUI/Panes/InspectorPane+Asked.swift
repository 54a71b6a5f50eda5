import Datasets
import Training

/// The question about the prediction: the class in question, and the words of the sample.
extension InspectorPane {
    /// A class, and the one that it is held against.
    struct Asked: Equatable {
        var label: Int
        var against: Int?
    }

    /// The class that is asked about: the chosen one, else the likeliest.
    func asked(_ probabilities: [Float]) -> Asked? {
        let order = Ranking(probabilities).order
        guard let likeliest = order.first else { return nil }
        let label = state.label.flatMap { probabilities.indices.contains($0) ? $0 : nil } ?? likeliest
        switch state.rival {
        case .none: return Asked(label: label)
        case .label(let other):
            return Asked(label: label, against: probabilities.indices.contains(other) ? other : nil)
        case .best:
            let best = truth.flatMap { $0 == label ? nil : $0 } ?? order.first { $0 != label }
            return Asked(label: label, against: best)
        }
    }

    /// The question in words: `why 3 earn and not 4 acq`.
    func question(_ asked: Asked) -> String {
        "why \(dataset.name(of: asked.label))"
            + (asked.against.map { " and not \(dataset.name(of: $0))" } ?? "")
    }

    /// The class of the sample; `nil` where it has none, or where a text of one's own took its place.
    var truth: Int? {
        guard let row, draft?.text == nil else { return nil }
        return dataset.label(of: row, in: split)
    }

    /// The change of the sample, if it was changed.
    var draft: WhatIf? {
        guard let draft = state.draft, draft.part == part, draft.row == row, !draft.isEmpty else {
            return nil
        }
        return draft
    }

    /// The sample in words: `train 101`, `train 101 with 2 words off`.
    var sampleText: String {
        let sample = "\(part.rawValue) \(row ?? 0)"
        guard let draft else { return sample }
        return draft.text == nil ? "\(sample) with \(draft.summary)" : draft.summary
    }

    // MARK: Words

    /// The words of the text as they are shown, repeated ones and those that are left out included.
    var shownWords: [ShownWord] {
        guard let row else { return [] }
        let off = draft?.off ?? []
        func word(_ text: String, _ column: Int32?, _ kind: ShownWord.Kind) -> ShownWord {
            ShownWord(text: text, column: column, kind: column.map(off.contains) ?? false ? .off : kind)
        }
        func written(_ text: String, _ kind: ShownWord.Kind) -> [ShownWord] {
            guard let encoder = why.encoder else {
                return text.split(separator: " ").map {
                    ShownWord(text: String($0), column: nil, kind: .unknown)
                }
            }
            return encoder.encode(text).words.map {
                $0.fate == .known ? word($0.text, $0.token, kind) : word($0.text, nil, .unknown)
            }
        }
        var words: [ShownWord]
        if let text = draft?.text {
            words = written(text, .plain)
        } else {
            guard let texts = split.texts, 0..<texts.count ~= row, let vocabulary = dataset.vocabulary else {
                return []
            }
            let columns = split.inputs.columns
            words = texts[row].map {
                word(vocabulary[$0], 0..<columns ~= Int($0) ? $0 : nil, .plain)
            }
        }
        return words + written(draft?.added ?? "", .added)
    }

    /// The distinct words that one can go to: the strongest first, or in the order of the text.
    var listedWords: [ShownWord] {
        let shown = shownWords
        var first: [Int32: ShownWord] = [:]
        var inText: [ShownWord] = []
        for word in shown {
            guard let column = word.column, first[column] == nil else { continue }
            first[column] = word
            // A mark is no word that one would think away.
            if word.text != Vocabulary.unknown { inText.append(word) }
        }
        guard state.view == .words, let contributions = why.contributions, let probabilities,
            let asked = asked(probabilities)
        else { return inText }
        let sorted = contributions.strongest(state.measure, for: asked.label, against: asked.against).map {
            contributions.columns[$0]
        }
        // Marks are words to the network, too; what is left out has no strength.
        return sorted.map { column in
            let text = dataset.word(of: column)
            return ShownWord(text: text, column: column, kind: first[column]?.kind ?? .plain)
        } + inText.filter { $0.kind == .off }
    }

    /// The text with what each word does for the class that is asked about.
    func markedText(_ asked: Asked) -> MarkedText {
        let listed = listedWords
        let places = listed.enumerated().reduce(into: [Int32: Int]()) { places, word in
            if let column = word.element.column { places[column] = word.offset }
        }
        let chosen = listed.indices.contains(state.list.cursor) ? listed[state.list.cursor].column : nil
        let contributions = why.contributions
        let values = contributions?.values(state.measure, for: asked.label, against: asked.against) ?? []
        let most = values.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
        return MarkedText(
            words: shownWords.map { word in
                var share = 0.0
                if let column = word.column, let place = contributions?.place(of: column), most > 0,
                    values[place].isFinite
                {
                    share = Double(values[place] / most)
                }
                return MarkedText.Word(
                    text: word.text, share: share, kind: word.kind,
                    isChosen: word.column != nil && word.column == chosen,
                    command: word.column.flatMap { places[$0] }.map { .choose(.inspector, $0) })
            }, surface: isFocused ? .selection : .quietSelection)
    }
}
