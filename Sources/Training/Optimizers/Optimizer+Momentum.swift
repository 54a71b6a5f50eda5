import Datasets

extension Optimizer {
    /// Under which name its settings have the share of the last step that goes into the next: Keras' `momentum`, or
    /// `beta_1` in the family of Adam.
    private var momentumKey: (name: String, optimizer: Optimizer)? {
        for key in ["momentum", "beta_1"] {
            // Whatever it is at now, a term that says it can be read only where there is such a setting.
            if let same = setting(key, to: 0.5) { return (key, same) }
        }
        return nil
    }

    /// Whether there is such a thing as a momentum.
    public var hasMomentum: Bool { momentumKey != nil }

    /// Keras' name for it: `momentum`, or `beta_1` in the family of Adam; `nil` where there is no such thing.
    public var momentumName: String? { momentumKey?.name }

    /// The share of the last step that goes into the next; `nil` where there is no such thing.
    public var momentum: Double? {
        guard let (key, _) = momentumKey else { return nil }
        if let said = term.arguments.first(where: { $0.label == key }) {
            if case .number(let value) = said.value { return value }
        }
        // What a term leaves out is Keras' default.
        return key == "momentum" ? 0 : 0.9
    }

    /// The same with another momentum; `nil` where there is no such thing.
    public func with(momentum: Double) -> Optimizer? {
        momentumKey.flatMap { setting($0.name, to: momentum) }
    }

    private func setting(_ key: String, to value: Double) -> Optimizer? {
        var term = term
        term.arguments.removeAll { $0.label == key }
        term.arguments.append(.init(key, .number(value)))
        return try? Optimizer(term: term)
    }
}
