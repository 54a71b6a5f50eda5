import Datasets

/// What is measured beside the loss, as a value: `accuracy`, `top_3_accuracy`.
public struct Metric: Hashable, Sendable, TermConvertible {
    let function: any MetricFunction

    /// Every way to read a metric's name; a new metric is a file of its own and one line here.
    private static let readers: [@Sendable (Term) throws -> (any MetricFunction)?] = [
        Accuracy.init(named:), TopKAccuracy.init(named:),
    ]

    /// The share of samples whose likeliest class is the right one.
    public static let accuracy = Metric(Accuracy())

    /// The share of samples whose right class is among the likeliest ones.
    public static func topK(_ k: Int) -> Metric { Metric(TopKAccuracy(k: k)) }

    init(_ function: any MetricFunction) {
        self.function = function
    }

    /// Reads a name such as `top_3_accuracy`.
    public init(term: Term) throws {
        guard let function = try Self.readers.lazy.compactMap({ try $0(term) }).first else {
            throw TermError.unknownName(term.name, kind: "metric", choices: ["accuracy", "top_3_accuracy"])
        }
        self.function = function
    }

    /// The name, which is also its key in a history.
    public var name: String { function.name }
    /// The name as a term.
    public var term: Term { Term(name) }

    /// Whether the two are written alike.
    public static func == (left: Metric, right: Metric) -> Bool { left.term == right.term }
    /// Feeds the text form.
    public func hash(into hasher: inout Hasher) { hasher.combine(term) }
}
