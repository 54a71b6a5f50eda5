import Datasets
import Training

/// The text with what each of its words does for and against a class, and the strongest words in numbers.
extension InspectorPane {
    /// Divides the room: the text, and the words in numbers to its right or below.
    static func wordParts(of area: Rect) -> (text: Rect, table: Rect) {
        if area.columns >= 64 {
            let (text, table) = area.splitLeft(area.columns - min(42, area.columns / 2))
            return (text.splitLeft(text.columns - 2).left, table)
        }
        guard area.rows >= 8 else { return (Rect(area.left, area.top, 0, 0), area) }
        let (text, rest) = area.splitTop(area.rows / 2)
        return (text, rest.splitTop(1).rest)
    }

    func drawWords(_ probabilities: [Float], in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard let asked = asked(probabilities) else { return }
        let (head, body, foot) = Self.parts(of: area)
        drawExplainedHead(probabilities, [question(asked)], in: head, on: &canvas, glyphs)
        guard let contributions = why.contributions else {
            canvas.putHint(["The words are being left out, one by one."], in: body)
            return
        }
        let (text, table) = Self.wordParts(of: body)
        markedText(asked).draw(in: text, on: &canvas, glyphs)
        wordTable(contributions, asked, columns: table.columns).draw(in: table, on: &canvas, glyphs)
        let logits = contributions.logits
        var sum = "logit"
        if logits.indices.contains(asked.label) {
            let against = asked.against.flatMap { logits.indices.contains($0) ? logits[$0] : nil }
            sum =
                "logit \(against == nil ? "" : "difference ")"
                + Format.fixed(Double(logits[asked.label] - (against ?? 0)), 2)
        }
        let many = "what each word adds while all others stay"
        drawFoot(
            [(many, sum), ("what each word adds", sum), ("", sum)], in: foot, on: &canvas, glyphs)
    }

    /// Tabulates the contributions of words to logit and probability, in the order of
    /// ``listedWords``.
    private func wordTable(_ contributions: Contributions, _ asked: Asked, columns: Int) -> Table {
        let words = listedWords
        let rows = reasons(contributions, asked, words)
        let measure = Contributions.Measure.allCases.firstIndex(of: state.measure) ?? 0
        // Words are worth more than another number.
        let titles = ["logit", "% points", "gradient"]
        let room = columns >= 40 ? 3 : columns >= 28 ? 2 : 1
        let kept = room > measure ? Array(0..<room) : Array(max(0, room - 2)..<room - 1) + [measure]
        return Table(
            columns: [.init(title: "word", alignment: .left)] + kept.map { .init(title: titles[$0]) },
            sorting: kept.firstIndex(of: measure).map { ($0 + 1, false) },
            rows: words.count, position: state.list, isFocused: isFocused,
            entry: { row, column in rows[row][column == 0 ? 0 : kept[column - 1] + 1] },
            role: { row in
                guard let column = words[row].column, let place = contributions.place(of: column) else {
                    return .faint
                }
                let value = contributions.values(state.measure, for: asked.label, against: asked.against)[
                    place]
                return value > 0 ? .positive : value < 0 ? .negative : nil
            },
            command: { .choose(.inspector, $0) })
    }

    /// The words with their numbers as texts: word, change of the logit, of the probability, gradient × input.
    func reasons(_ contributions: Contributions, _ asked: Asked, _ words: [ShownWord]) -> [[String]] {
        func values(_ measure: Contributions.Measure) -> [Float] {
            contributions.values(measure, for: asked.label, against: asked.against)
        }
        let (logits, probabilities, gradients) = (values(.logit), values(.probability), values(.gradient))
        return words.map { word in
            guard let place = word.column.flatMap(contributions.place(of:)), word.kind != .off else {
                return ["(\(word.text))", "off", "", ""]
            }
            return [
                word.kind == .added ? "[\(word.text)]" : word.text,
                Format.signed(Double(logits[place]), 3), Format.signed(Double(probabilities[place]) * 100, 2),
                Format.signed(Double(gradients[place]), 3),
            ]
        }
    }

    /// The verdict as in every view of one prediction, with rank and margin of the true class.
    func drawExplainedHead(
        _ probabilities: [Float], _ facts: [String], in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        guard let predicted = Network.likeliest(probabilities) else { return }
        func percent(_ label: Int) -> String { Format.percent(Double(probabilities[label]), places: 2) }
        let rest =
            truth.map {
                $0 == predicted ? "right" : "wrong: it is \(dataset.name(of: $0))  \(percent($0))"
            } ?? ""
        drawVerdict(
            "\(dataset.name(of: predicted))  \(percent(predicted))", rest,
            isRight: truth.map { $0 == predicted }, facts: facts, in: area, on: &canvas, glyphs)
    }
}

extension Format {
    /// A number with its sign, also where it is positive; what is rounded to zero has none.
    static func signed(_ value: Double, _ places: Int) -> String {
        let text = fixed(value, places)
        return value > 0 && text.contains { $0 != "0" && $0 != "." } ? "+" + text : text
    }
}
