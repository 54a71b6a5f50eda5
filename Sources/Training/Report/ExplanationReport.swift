import Datasets

/// The words, features or pixels that decided a network's answer for one sample, to be printed.
public struct ExplanationReport: Sendable {
    private let question: Question
    private let contributions: Contributions
    /// The class that is explained; an output where numbers are learnt.
    private let label: Int
    private let other: Int?
    /// Tells whether it was asked for, and not chosen as the likeliest.
    private let isAsked: Bool

    /// Asks a network why.
    ///
    /// - Parameters:
    ///   - network: Trained on samples of the question's data set.
    ///   - question: The sample that it is asked about.
    ///   - label: The class to be explained; the likeliest one unless given.
    ///   - other: A class that it is contrasted with.
    /// - Throws: ``EngineError``, and ``QuestionError`` where classes are asked for that there are not.
    public init(_ network: Network, _ question: Question, label: Int? = nil, against other: Int? = nil) throws
    {
        let hasClasses = !question.dataset.classes.isEmpty
        guard hasClasses || (label == nil && other == nil) else {
            throw QuestionError.noClasses(dataset: question.dataset.title)
        }
        self.question = question
        contributions = try network.contributions(
            of: question.inputs, row: question.row, hasClasses: hasClasses)
        isAsked = label != nil
        self.label = label ?? Network.likeliest(contributions.probabilities) ?? 0
        self.other = other
    }

    private var dataset: Dataset { question.dataset }
    private var hasClasses: Bool { !dataset.classes.isEmpty }

    private var hasAnswer: Bool {
        PredictionReport.areNumbers(hasClasses ? contributions.probabilities : contributions.logits)
    }

    private func name(_ label: Int) -> String {
        hasClasses
            ? dataset.classes[label]
            : dataset.values.indices.contains(label) ? dataset.values[label].name : ""
    }

    // MARK: For people

    /// A sentence, then what counted most.
    ///
    /// - Parameter top: The number of words to list.
    /// - Returns: Lines with a line feed each.
    public func table(top: Int) -> String {
        guard hasAnswer else {
            return ([PredictionReport.noNumbers] + question.remarks).map { $0 + "\n" }.joined()
        }
        var sentence = "\(question.title): why \(name(label))"
        if hasClasses { sentence += " (\(PredictionReport.percent(contributions.probabilities[label])))" }
        if let other {
            sentence +=
                " and not \(name(other)) (\(PredictionReport.percent(contributions.probabilities[other])))"
        }
        let places = contributions.strongest(.logit, for: label, against: other)
        let measures: [(Contributions.Measure, String)] =
            hasClasses
            ? [(.logit, "logit"), (.probability, "probability"), (.gradient, "gradient × input")]
            : [(.logit, "output"), (.gradient, "gradient × input")]
        let columns = measures.map { contributions.values($0.0, for: label, against: other) }
        let rows = places.prefix(max(0, top)).map { place in
            [question.name(of: contributions.columns[place])] + columns.map { Self.signed($0[place]) }
        }
        let rest = places.count - rows.count
        let lines =
            [sentence + ", by what changes when one is \(contributions.ablation.text)."]
            + Report.lines([[what] + measures.map(\.1)] + rows, words: [0])
            + (rest > 0 ? ["\(rest) others count less."] : []) + question.remarks
        return lines.map { $0 + "\n" }.joined()
    }

    /// The noun for the inputs that are left out one by one.
    private var what: String {
        dataset.vocabulary != nil ? "word" : dataset.picture != nil ? "pixel" : "feature"
    }

    private static func signed(_ number: Float) -> String {
        // Without one of its inputs, a network may run away that does not with all of them.
        guard number.isFinite else { return "–" }
        let digits = Double(number).text(decimals: 4)
        return number > 0 && !digits.hasPrefix("0.0000") ? "+" + digits : digits
    }

    // MARK: For programs

    /// One JSON object with every word, the strongest first, its keys always in the same order.
    public var json: String {
        var members = question.json
        if hasClasses {
            members.append(("class", question.json(of: hasAnswer || isAsked ? label : nil)))
            if let other { members.append(("against", question.json(of: other))) }
            members.append(("probability", .number(Double(contributions.probabilities[label]))))
        }
        members.append(("logit", .number(Double(contributions.logits[label]))))
        members.append(("ablation", .text(contributions.ablation.text)))
        let columns = Contributions.Measure.allCases.filter { hasClasses || $0 != .probability }.map {
            ($0.rawValue, contributions.values($0, for: label, against: other))
        }
        let rows = contributions.strongest(.logit, for: label, against: other).map { place in
            let column = contributions.columns[place]
            let numbers = columns.map { (key: $0.0, value: JSONValue.number(Double($0.1[place]))) }
            return JSONValue.object(
                [("name", .text(question.name(of: column))), ("column", .integer(Int(column)))] + numbers)
        }
        members.append(("contributions", .list(rows)))
        return JSONValue.object(members).description
    }
}
