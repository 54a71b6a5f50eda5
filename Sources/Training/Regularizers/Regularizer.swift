import Datasets

/// A penalty on large weights, as a value: `l2(0.001)`, `l1_l2(l1=0.01, l2=0.01)`.
///
/// The penalty `l1·Σ|w| + l2·Σw²` of each variable that has one is added to the loss, as in Keras.
public struct Regularizer: Hashable, Sendable, TermConvertible {
    /// The cost of each unit of a weight's size; it draws small weights to 0.
    public var l1: Double
    /// The cost of each unit of a weight's square; it makes large weights smaller.
    public var l2: Double

    /// The names of all regularizers.
    public static var names: [String] { Form.allCases.map(\.rawValue) }

    /// Weighs both kinds of cost.
    public init(l1: Double = 0, l2: Double = 0) {
        self.l1 = l1
        self.l2 = l2
    }

    /// A cost of the weights' sizes alone.
    public static func l1(_ factor: Double = Self.standard) -> Regularizer { Regularizer(l1: factor) }
    /// A cost of the weights' squares alone.
    public static func l2(_ factor: Double = Self.standard) -> Regularizer { Regularizer(l2: factor) }

    /// Keras' default for both factors where a regularizer is given by its name alone.
    public static let standard = 0.01

    private enum Form: String, CaseIterable {
        case l1, l2
        case l1l2 = "l1_l2"
    }

    /// Reads `l1(0.01)`, `l2(0.01)` or `l1_l2(l1=0.01, l2=0.01)`.
    public init(term: Term) throws {
        var reader = TermReader(term)
        switch try choice(named: term.name, among: Form.allCases, kind: "regularizer", by: \.rawValue) {
        case .l1: self.init(l1: try reader.number("l1", at: 0) ?? Self.standard)
        case .l2: self.init(l2: try reader.number("l2", at: 0) ?? Self.standard)
        case .l1l2:
            // Given one factor, Keras takes the other for 0; its documentation promises 0.01 for both to those who
            // give the name alone.
            let standard = term.arguments.isEmpty ? Self.standard : 0
            self.init(
                l1: try reader.number("l1", at: 0) ?? standard, l2: try reader.number("l2", at: 1) ?? standard
            )
        }
        try reader.finish()
    }

    /// The regularizer as a term, by the shortest of its names.
    public var term: Term {
        if l1 == 0 { return Term(Form.l2.rawValue, [.init(nil, .number(l2))]) }
        if l2 == 0 { return Term(Form.l1.rawValue, [.init(nil, .number(l1))]) }
        return Term(Form.l1l2.rawValue, [.init("l1", .number(l1)), .init("l2", .number(l2))])
    }

    /// The problems with the factors, in words; empty where there are none.
    public var problems: [String] {
        [("l1", l1), ("l2", l2)].filter { !($0.1 >= 0) }.map { name, factor in
            "The factor \(name) of the regularizer is \(factor). Make it 0 or more, lest large weights earn a bonus."
        }
    }
}
