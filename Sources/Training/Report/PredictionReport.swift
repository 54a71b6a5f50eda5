import Datasets

/// A network's answer for one sample, to be printed.
public struct PredictionReport: Sendable {
    private let question: Question
    /// The last layer's outputs, `[outputs]`.
    private let outputs: [Float]
    /// `nil` where numbers are learnt.
    private let ranking: Ranking?

    /// Asks a network.
    ///
    /// - Parameters:
    ///   - network: Trained on samples of the question's data set.
    ///   - question: The sample that it is asked about.
    public init(_ network: Network, _ question: Question) {
        self.question = question
        outputs = network.outputs(of: question.inputs, row: question.row)
        ranking =
            question.dataset.classes.isEmpty
            ? nil : Ranking(network.probabilities(of: question.inputs, row: question.row))
    }

    private var dataset: Dataset { question.dataset }

    /// The sentence on a network that answers with what is no number.
    static let noNumbers = "The network's outputs are no numbers: its weights have run away."

    /// Tells whether there is an answer: every output is a number.
    static func areNumbers(_ outputs: [Float]) -> Bool { outputs.allSatisfy(\.isFinite) }

    /// The likelihoods of the classes, or the numbers that were learnt.
    private var hasAnswer: Bool { Self.areNumbers(ranking?.probabilities ?? outputs) }

    // MARK: For people

    /// A sentence, then the likeliest classes.
    ///
    /// - Parameter top: The number of classes to list.
    /// - Returns: Lines with a line feed each.
    public func table(top: Int) -> String {
        ((hasAnswer ? ranking.map { classes($0, top) } ?? values : [Self.noNumbers]) + question.remarks)
            .map { $0 + "\n" }.joined()
    }

    private func classes(_ ranking: Ranking, _ top: Int) -> [String] {
        guard let first = ranking.order.first else { return [] }
        var sentence =
            "\(question.title): \(Self.percent(ranking.probabilities[first])) \(dataset.classes[first])"
        if let label = question.label, let rank = ranking.rank(of: label) {
            let share = Self.percent(ranking.probabilities[label])
            sentence +=
                label == first
                ? ", which is right" : "; it is \(dataset.classes[label]), with \(share) in place \(rank)"
        }
        let rows = ranking.order.prefix(max(0, top)).map {
            ["\($0)", dataset.classes[$0], Self.percent(ranking.probabilities[$0])]
        }
        let rest = ranking.order.count - rows.count
        let held = ranking.order.dropFirst(rows.count).reduce(0) { $0 + ranking.probabilities[$1] }
        let entropy = "entropy \(ranking.entropy.text(decimals: 4)) nats"
        return [sentence + "."] + Report.lines([["#", dataset.nouns.label, "%"]] + rows, words: [1])
            + [rest > 0 ? "\(rest) others: \(Self.percent(held)); \(entropy)" : entropy]
    }

    private var values: [String] {
        let rows = outputs.enumerated().map { place, output in
            let feature =
                dataset.values.indices.contains(place) ? dataset.values[place] : Feature("output \(place)")
            let truth =
                question.values.indices.contains(place) ? feature.measured(question.values[place]) : nil
            return [
                feature.unit.isEmpty ? feature.name : "\(feature.name) (\(feature.unit))",
                feature.measured(output).text(digits: 6), truth?.text(digits: 6) ?? "",
                truth.map { (feature.measured(output) - $0).text(digits: 6) } ?? "",
            ]
        }
        return ["\(question.title):"]
            + Report.lines([["", "predicted", "true", "too high by"]] + rows, words: [0])
    }

    static func percent(_ share: Float) -> String { (Double(share) * 100).text(decimals: 2) + " %" }

    // MARK: For programs

    /// One JSON object, its keys always in the same order.
    public var json: String { JSONValue.object(head + answer).description }

    private var answer: [(key: String, value: JSONValue)] {
        var members: [(key: String, value: JSONValue)] = [("outputs", Self.list(outputs))]
        guard let ranking else {
            let measured = zip(dataset.values, outputs).map { $0.measured($1) }
            let truths = zip(dataset.values, question.values).map { $0.measured($1) }
            members.append(("measured", .list(measured.map(JSONValue.number))))
            if !truths.isEmpty { members.append(("true", .list(truths.map(JSONValue.number)))) }
            return members
        }
        if let first = ranking.order.first {
            members.append(("predicted", question.json(of: hasAnswer ? first : nil)))
        }
        if let truth = question.label {
            let rank = hasAnswer ? ranking.rank(of: truth) : nil
            members += [
                ("true", question.json(of: truth)), ("rank", rank.map(JSONValue.integer) ?? .null),
                ("margin", ranking.margin(of: truth).map { .number(Double($0)) } ?? .null),
            ]
        }
        return members + [
            ("entropy", .number(ranking.entropy)),
            (
                "classes",
                .list(
                    ranking.order.map { label in
                        .object([
                            ("label", .integer(label)), ("name", .text(dataset.classes[label])),
                            ("probability", .number(Double(ranking.probabilities[label]))),
                        ])
                    })
            ),
        ]
    }

    /// The members that name the question.
    private var head: [(key: String, value: JSONValue)] { question.json }

    static func list(_ numbers: [Float]) -> JSONValue { .list(numbers.map { .number(Double($0)) }) }
}

extension Question {
    /// The members that name the question, and the words that the network is not shown.
    var json: [(key: String, value: JSONValue)] {
        var members: [(key: String, value: JSONValue)] = [
            ("dataset", .text(dataset.reference.description)), ("sample", .text(title)),
        ]
        if let typed {
            members += [
                ("unknown_words", .list(typed.unknown.map(JSONValue.text))),
                ("words_left_out", .list(typed.leftOut.map(JSONValue.text))),
            ]
        }
        return members
    }

    /// A class by number and name; both are null where there is none.
    func json(of label: Int?) -> JSONValue {
        guard let label else { return .object([("label", .null), ("name", .null)]) }
        return .object([
            ("label", .integer(label)),
            ("name", .text(dataset.classes.indices.contains(label) ? dataset.classes[label] : "")),
        ])
    }
}
