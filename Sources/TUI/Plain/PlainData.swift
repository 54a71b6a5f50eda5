import Datasets

/// The samples: which are listed, a screenful of them, and the chosen one in full or the sizes of the classes.
struct PlainData: PlainText {
    let dataset: Dataset
    let samples: SamplesState
    let validation: Int
    /// The number of lines in the list.
    let rows: Int
    /// The distribution of the samples' numbers.
    var statistics = DatasetStatistics()

    /// The width of a line of running text.
    static let columns = 78

    var lines: [String] {
        samples.view == .text ? sample : list + [""] + detail
    }

    /// The lines about the chosen sample, or the sizes, lengths or pictures that are shown in its place.
    var detail: [String] {
        switch samples.view {
        case .split, .text: sample
        case .sizes: sizes
        case .lengths: lengths
        case .pictures: pictures
        }
    }

    /// The counts of samples in each part, in one line.
    var title: String {
        let counts = DataPart.allCases.map {
            "\(Format.grouped(dataset.rows(of: $0, validation: validation).count)) \($0.rawValue)"
        }
        return "Data: \(dataset.title), \(counts.joined(separator: ", ")), \(dataset.task)."
    }

    /// The samples that are listed, and a screenful of them.
    var list: [String] {
        let split = dataset.split(of: samples.part)
        let top = samples.position.top
        let shown = Array(samples.rows.dropFirst(top).prefix(rows))
        guard !shown.isEmpty else {
            let all = samples.isFiltered ? "“back” lists all of them." : "Set fewer aside for validation."
            return [title, "No \(dataset.nouns.samples) in \(samples.part.rawValue)\(filter). \(all)"]
        }
        let table = table(of: shown, in: split)
        let order =
            samples.order == .number && !samples.isReversed
            ? "" : ", sorted by \(samples.order.name(in: dataset))"
        let turn = samples.isReversed ? ", the last first" : ""
        return [
            title,
            "\(samples.part.rawValue), \(top + 1) to \(top + shown.count) of \(Format.grouped(samples.rows.count))"
                + "\(filter)\(order)\(turn); > is chosen\(samples.marks.isEmpty ? "" : ", * is marked"):",
        ] + table.lines
    }

    /// A line for each sample, with what is known of it.
    private func table(of shown: [Int], in split: Split) -> PlainTable {
        let (learnt, features) = (dataset.learnt, dataset.columns.prefix(Self.mostColumns))
        let hasTexts = split.texts != nil
        var head = ["", "no"] + (dataset.hasClasses ? ["#", dataset.nouns.label] : []) + learnt.map(\.name)
        head += hasTexts ? ["words", "text"] : features.map(\.name)
        let rows = shown.map { number -> [String] in
            let sign = number == samples.selected ? ">" : samples.isMarked(number) ? "*" : ""
            var row = [sign, "\(number)"]
            if dataset.hasClasses {
                let label = dataset.label(of: number, in: split)
                row += [label.map { "\($0)" } ?? "", label.map { dataset.classes[$0] } ?? ""]
            }
            row += zip(learnt, dataset.values(of: number, in: split)).map { $0.text($1) }
            if let texts = split.texts {
                return row + [Format.grouped(texts[number].count), firstWords(of: number, in: split)]
            }
            return row + zip(features, dataset.numbers(of: number, in: split)).map { $0.number($1) }
        }
        let left = dataset.hasClasses ? [0, 3] : [0]
        return PlainTable(head: head, rows: rows, leftColumns: Set(left + (hasTexts ? [head.count - 1] : [])))
    }

    /// The largest number of features in a line of the list; the chosen sample has all of them.
    private static let mostColumns = 6

    private var filter: String {
        var conditions: [String] = []
        if let label = samples.label { conditions.append(dataset.name(of: label)) }
        if !samples.words.isEmpty { conditions.append("“\(samples.words)”") }
        if samples.onlyMarked { conditions.append("a mark") }
        return conditions.isEmpty ? "" : " with \(conditions.joined(separator: " and "))"
    }

    /// The chosen sample with its text.
    var sample: [String] {
        guard let number = samples.selected else { return ["Nothing is chosen."] }
        let split = dataset.split(of: samples.part)
        var head = "\(samples.part.rawValue) \(number): \(dataset.truth(of: number, in: split))"
        guard let texts = split.texts, let vocabulary = dataset.vocabulary else {
            if samples.isMarked(number) { head += ", marked" }
            return [head + "."] + numbers(of: number, in: split) + picture(of: number, in: split)
        }
        let tokens = texts[number]
        head += ", \(Format.count(tokens.count, "word", "words")), \(Set(tokens).count) distinct"
        if samples.isMarked(number) { head += ", marked" }
        return [head + ":"] + WrappedText(vocabulary.decode(tokens), columns: Self.columns).lines
    }

    /// The number of samples in each class of the part, the largest first.
    var sizes: [String] {
        guard dataset.hasClasses else { return valueSizes }
        let counts = ClassSizes.counts(of: samples.part, in: dataset, validation: validation)
        let order = counts.indices.sorted { (counts[$0], $1) > (counts[$1], $0) }
        let table = PlainTable(
            head: ["#", dataset.nouns.label, dataset.nouns.samples],
            rows: order.map { ["\($0)", dataset.classes[$0], Format.grouped(counts[$0])] }, leftColumns: [1])
        return ["\(dataset.nouns.labels) in \(samples.part.rawValue):"] + table.lines
    }

    /// The number of words in the listed samples: the fewest, the most, and between them.
    private var lengths: [String] {
        guard let texts = dataset.split(of: samples.part).texts else {
            return ["These \(dataset.nouns.samples) are no texts."]
        }
        let sorted = samples.rows.map { texts[$0].count }.sorted()
        guard let fewest = sorted.first, let most = sorted.last else { return ["Nothing is listed."] }
        func upTo(_ share: Double) -> Int { sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))] }
        let shares = [0.1, 0.25, 0.5, 0.75, 0.9].map {
            "\(Format.percent($0, places: 0)) have up to \(Format.grouped(upTo($0)))"
        }
        return [
            "words of \(Format.count(sorted.count, dataset.nouns.sample, dataset.nouns.samples)): "
                + "from \(Format.grouped(fewest)) to \(Format.grouped(most)); "
                + shares.joined(separator: ", ") + "."
        ]
    }

    private func firstWords(of number: Int, in split: Split) -> String {
        guard let texts = split.texts, let vocabulary = dataset.vocabulary else { return "" }
        let tokens = texts[number].drop { vocabulary[$0] == Vocabulary.unknown }
        return vocabulary.decode(tokens.prefix(8)).clipped(to: 40)
    }
}
