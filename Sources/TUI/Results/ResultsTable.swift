import Datasets
import Training

/// The table behind a view of the results: what its rows are, what they say, and how they are sorted.
struct ResultsTable {
    /// A value by which rows are compared.
    private enum Key: Comparable {
        case number(Double)
        case text(String)
    }

    let dataset: Dataset
    let state: ResultsState
    let known: ResultsKnown
    /// The number of training samples that are set aside.
    let validation: Int
    /// The samples that are alike, group after group, where they are shown.
    private let members: [(group: Int, member: Duplicates.Member)]

    init(dataset: Dataset, state: ResultsState, known: ResultsKnown, validation: Int) {
        self.dataset = dataset
        self.state = state
        self.known = known
        self.validation = validation
        let groups = state.view == .duplicates ? known.duplicates?.groups ?? [] : []
        members = groups.enumerated().flatMap { group, content in content.members.map { (group, $0) } }
    }

    /// The columns.
    var columns: [ResultsColumn] { ResultsColumn.all(of: state.view, chosen: state.chosen, in: dataset) }

    /// The evaluation of the part that is shown.
    private var evaluation: PartEvaluation? {
        guard let evaluation = known.evaluation, evaluation.request.part == state.part else { return nil }
        return evaluation
    }

    // MARK: Rows

    /// The rows in order: places among samples, classes, suspects or duplicates, whatever the view shows.
    var places: [Int] {
        let own = ownOrder
        guard let sorting = state.sorting else { return own }
        let keyed = own.enumerated().map {
            (key: key(of: $0.element, sorting.column), rank: $0.offset, place: $0.element)
        }
        // Equal ones stay in the view's own order, whichever way round.
        return keyed.sorted { left, right in
            if left.key == right.key { return left.rank < right.rank }
            return sorting.ascending ? left.key < right.key : left.key > right.key
        }.map(\.place)
    }

    private var ownOrder: [Int] {
        switch state.view {
        case .suspects: return Array((known.labelErrors?.suspects ?? []).indices)
        case .duplicates: return Array(members.indices)
        case .errors: return evaluation?.values?.worstFirst ?? []
        default: break
        }
        guard let results = evaluation?.classes else { return [] }
        let evaluation = results.evaluation
        switch state.chosen {
        case .cell(let truth, let predicted): return evaluation.samples(truth: truth, predicted: predicted)
        case .label(let label): return evaluation.samples(truth: label)
        case nil: break
        }
        switch state.view {
        case .mistakes: return evaluation.samples(in: .mistakes)
        case .doubts: return evaluation.samples(in: .doubts)
        case .losses: return evaluation.samples(in: .losses)
        case .topics: return Array(results.report.rows.indices)
        default: return []
        }
    }

    /// The sample in a row, by its part and its number.
    ///
    /// - Parameter place: One of ``places``.
    /// - Returns: `nil` where the row is a class.
    func sample(at place: Int) -> (part: DataPart, row: Int)? {
        switch state.view {
        case .suspects where state.chosen == nil:
            let row = row(ofSuspect: place)
            return (trainPart(ofRow: row), row)
        case .duplicates where state.chosen == nil:
            guard members.indices.contains(place) else { return nil }
            let member = members[place].member
            return (member.isTest ? .test : trainPart(ofRow: member.row), member.row)
        case .topics where state.chosen == nil: return nil
        case .errors: return evaluation?.values.map { (state.part, $0.rows.lowerBound + place) }
        default: return evaluation?.classes.map { (state.part, $0.evaluation.rows.lowerBound + place) }
        }
    }

    private func row(ofSuspect place: Int) -> Int {
        let suspects = known.labelErrors?.suspects ?? []
        return suspects.indices.contains(place) ? suspects[place].sample : 0
    }

    private func trainPart(ofRow row: Int) -> DataPart { row < validation ? .validation : .train }

    // MARK: Entries

    /// The text of a row in a column.
    func entry(_ place: Int, _ column: ResultsColumn, words: Int = 12) -> String {
        switch column {
        case .text:
            guard let (part, row) = sample(at: place) else { return "" }
            return dataset.firstWords(of: row, in: dataset.split(of: part), count: words)
        case .truth, .predicted, .name, .suggested: return name(place, column)
        case .part: return sample(at: place)?.part.rawValue ?? ""
        default: break
        }
        guard case .number(let number) = key(of: place, column) else { return "" }
        guard number.isFinite else { return "nan" }
        switch column {
        case .confidence, .precision, .recall, .f1, .own, .other: return Format.fixed(number * 100, 1)
        case .loss: return Format.fixed(number, 3)
        case .error: return dataset.learnt.first?.text(difference: number) ?? Format.fixed(number, 3)
        default: return Format.fixed(number, 0)
        }
    }

    /// The name of a row in a column: its class, or its numbers.
    private func name(_ place: Int, _ column: ResultsColumn) -> String {
        if state.view == .errors {
            guard let errors = evaluation?.values, place < errors.count else { return "" }
            let values = column == .truth ? errors.targets[place] : errors.outputs[place]
            return zip(dataset.learnt, values).map { $0.text($1) }.joined(separator: ", ")
        }
        guard let label = label(place, column) else { return "" }
        // A column of its own has the number of a class in the table of classes.
        return column == .name ? dataset.classes[label] : dataset.name(of: label)
    }

    /// The class that stands in a column.
    private func label(_ place: Int, _ column: ResultsColumn) -> Int? {
        var label: Int?
        if state.chosen == nil, state.view == .topics {
            label = place
        } else if state.chosen == nil, state.view == .suspects {
            let suspects = known.labelErrors?.suspects ?? []
            guard suspects.indices.contains(place) else { return nil }
            label = column == .suggested ? suspects[place].suggested : suspects[place].given
        } else if state.chosen == nil, state.view == .duplicates {
            label = members.indices.contains(place) ? Int(members[place].member.label) : nil
        } else if let evaluation = evaluation?.classes?.evaluation, place < evaluation.count {
            label = Int(column == .predicted ? evaluation.predicted[place] : evaluation.labels[place])
        }
        return label.flatMap { dataset.classes.indices.contains($0) ? $0 : nil }
    }

    private func key(of place: Int, _ column: ResultsColumn) -> Key {
        switch column {
        case .text, .part, .suggested, .name: return .text(entry(place, column))
        case .truth, .predicted:
            guard state.view == .errors else {
                return .text(label(place, column).map { dataset.classes[$0] } ?? "")
            }
            guard let errors = evaluation?.values, place < errors.count else { return .number(.nan) }
            let values = column == .truth ? errors.targets[place] : errors.outputs[place]
            return .number(Self.comparable(Double(values.first ?? .nan)))
        case .number: return .number(Double(sample(at: place)?.row ?? 0))
        case .label: return .number(Double(place))
        default: break
        }
        return .number(Self.comparable(value(place, column)))
    }

    private func value(_ place: Int, _ column: ResultsColumn) -> Double {
        if let evaluation = evaluation?.classes?.evaluation,
            column == .confidence || column == .loss
        {
            guard place < evaluation.count else { return .nan }
            return Double(column == .loss ? evaluation.losses[place] : evaluation.confidence(of: place))
        }
        if let row = evaluation?.classes?.report.rows, state.view == .topics, row.indices.contains(place) {
            switch column {
            case .precision: return row[place].precision
            case .recall: return row[place].recall
            case .f1: return row[place].f1
            default: return Double(row[place].support)
            }
        }
        if let suspects = known.labelErrors?.suspects, state.view == .suspects,
            suspects.indices.contains(place)
        {
            let suspect = suspects[place]
            return Double(column == .own ? suspect.givenProbability : suspect.suggestedProbability)
        }
        if state.view == .duplicates {
            return members.indices.contains(place) ? Double(members[place].group + 1) : .nan
        }
        guard let errors = evaluation?.values, place < errors.count else { return .nan }
        return Double(errors.errors[place])
    }

    /// A value that sorts behind all numbers if it is no number itself.
    private static func comparable(_ value: Double) -> Double { value.isNaN ? .infinity : value }

    // MARK: Taking along

    /// All rows, with whole texts.
    func export(_ places: [Int]) -> ExportTable {
        let columns = columns
        return ExportTable(
            columns: columns.map { $0.title(in: dataset) },
            rows: places.map { place in
                columns.map { column in
                    guard column == .text, let (part, row) = sample(at: place) else {
                        return entry(place, column)
                    }
                    return dataset.text(of: row, in: dataset.split(of: part)) ?? ""
                }
            })
    }
}

extension Dataset {
    /// The words that a text begins with; a frame must not decode whole texts.
    func firstWords(of row: Int, in split: Split, count: Int) -> String {
        guard let texts = split.texts, let vocabulary, 0..<texts.count ~= row else { return "" }
        // Leading marks say nothing about a text: the one that begins it, and words left out.
        let tokens = texts[row].drop { vocabulary[$0] == Vocabulary.unknown }
        return vocabulary.decode(tokens.prefix(max(0, count)))
    }
}
