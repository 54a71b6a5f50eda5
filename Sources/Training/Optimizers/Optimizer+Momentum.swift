import Datasets

extension Optimizer {
    /// Tells whether a share of the last step goes into the next.
    public var hasMomentum: Bool { rule.momentumName != nil }

    /// Keras' name for it: `momentum`, or `beta_1` in the family of Adam; `nil` where there is no such thing.
    public var momentumName: String? { rule.momentumName }

    /// The share of the last step that goes into the next; `nil` where there is no such thing.
    public var momentum: Double? {
        guard let key = rule.momentumName else { return nil }
        if let said = term.arguments.first(where: { $0.label == key }) {
            if case .number(let value) = said.value { return value }
        }
        // A value that a term leaves out is Keras' default.
        return key == "momentum" ? 0 : 0.9
    }

    /// The same with another momentum; `nil` where there is no such thing, or none of this size.
    public func with(momentum: Double) -> Optimizer? {
        guard let key = rule.momentumName else { return nil }
        var term = term
        term.arguments.removeAll { $0.label == key }
        term.arguments.append(.init(key, .number(momentum)))
        return try? Optimizer(term: term)
    }
}
