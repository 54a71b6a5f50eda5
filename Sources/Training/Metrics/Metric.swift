import Datasets

/// A measure besides the loss, as a value: `accuracy`, `precision(thresholds=0.8)`.
public struct Metric: Hashable, Sendable, TermConvertible {
    let function: any MetricFunction
    /// Its key in a history: the name that it was given, or else the one that it was asked for by.
    public let name: String

    /// Every metric that nnboard has; a new one is a file of its own and one line here.
    private static let functions: [any MetricFunction.Type] = [
        Accuracy.self, CategoricalAccuracy.self, SparseCategoricalAccuracy.self, BinaryAccuracy.self,
        TopKCategoricalAccuracy.self, SparseTopKCategoricalAccuracy.self, Precision.self, Recall.self,
        MeanAbsoluteError.self, MeanSquaredError.self, RootMeanSquaredError.self,
    ]

    /// The names of all metrics; `top_3_accuracy`, and so on for any number, is another name for the top-k accuracy.
    public static var names: [String] { functions.map { $0.name } }

    /// The share of samples whose likeliest class is the right one.
    public static let accuracy = Metric(Accuracy())
    /// The mean size of the difference.
    public static let meanAbsoluteError = Metric(MeanAbsoluteError())

    /// The share of samples whose right class is among the likeliest ones.
    public static func topK(_ k: Int) -> Metric {
        Metric(TopKCategoricalAccuracy(k: k), name: "top_\(k)_accuracy")
    }

    init(_ function: any MetricFunction, name: String? = nil) {
        self.function = function
        self.name = name ?? type(of: function).name
    }

    /// Reads a name such as `accuracy` or `top_3_accuracy`, perhaps with settings and a name of its own:
    /// `precision(thresholds=0.8, name=strict)`.
    public init(term: Term) throws {
        if let k = Self.number(inTopK: term.name) {
            var reader = TermReader(term)
            function = TopKCategoricalAccuracy(k: k)
            name = try reader.text("name") ?? term.name
            try reader.finish()
            return
        }
        let type = try choice(named: term.name, among: Self.functions, kind: "metric") { $0 }
        var settings = term
        settings.arguments.removeAll { $0.label == "name" }
        var names = term
        names.arguments.removeAll { $0.label != "name" }
        var reader = TermReader(names)
        function = try type.init(term: settings)
        // Keras keeps the short name of a metric that is asked for by it: mae.
        name = try reader.text("name") ?? (type.aliases.contains(term.name) ? term.name : type.name)
        try reader.finish()
    }

    /// The `k` of `top_k_accuracy` with a number in its place.
    private static func number(inTopK name: String) -> Int? {
        let parts = name.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "top", parts[2] == "accuracy" else { return nil }
        return Int(parts[1])
    }

    /// The metric as a term.
    public var term: Term {
        if let top = function as? TopKCategoricalAccuracy, name == "top_\(top.k)_accuracy" {
            return Term(name)
        }
        var term = function.term
        if type(of: function).aliases.contains(name) {
            term.name = name
        } else if name != type(of: function).name {
            term.arguments.append(.init("name", .text(name)))
        }
        return term
    }

    /// Tells whether more of it is better, as of an accuracy; less is better of an error.
    public var grows: Bool { function.grows }

    /// Tells whether the two are written alike.
    public static func == (left: Metric, right: Metric) -> Bool { left.term == right.term }
    /// Feeds the text form.
    public func hash(into hasher: inout Hasher) { hasher.combine(term) }
}
