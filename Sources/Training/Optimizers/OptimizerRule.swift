import Datasets

/// The mathematics of an optimizer: what it keeps for each parameter, and the numbers of each step.
protocol OptimizerRule: Choice {
    /// Its settings by Keras' names with Keras' defaults; the text form follows from them.
    static var settings: [OptimizerSetting<Self>] { get }

    init()
    /// The size of a step.
    var learningRate: Double { get set }
    /// How many numbers it keeps for each parameter, all of which start at 0.
    var slots: Int { get }

    /// The numbers of one step.
    ///
    /// - Parameter number: Counts steps, from 1.
    /// - Returns: What the kernel needs to change each parameter.
    func step(_ number: Int) -> Kernels.Update
}

/// One setting of an optimizer: Keras' name for it, where it is kept, and what it may be.
struct OptimizerSetting<Rule>: Sendable {
    enum Value: Sendable {
        case number(WritableKeyPath<Rule, Double> & Sendable, ClosedRange<Double>)
        case flag(WritableKeyPath<Rule, Bool> & Sendable)
    }

    let name: String
    let value: Value

    init(
        _ name: String, _ path: WritableKeyPath<Rule, Double> & Sendable, in range: ClosedRange<Double>
    ) {
        self.name = name
        value = .number(path, range)
    }

    init(_ name: String, _ path: WritableKeyPath<Rule, Bool> & Sendable) {
        self.name = name
        value = .flag(path)
    }
}

extension OptimizerRule {
    init(term: Term) throws {
        self.init()
        var reader = TermReader(term)
        for (place, setting) in Self.settings.enumerated() {
            switch setting.value {
            case .number(let path, _):
                if let number = try reader.number(setting.name, at: place) { self[keyPath: path] = number }
            case .flag(let path):
                if let flag = try reader.flag(setting.name, at: place) { self[keyPath: path] = flag }
            }
        }
        try reader.finish()
    }

    var term: Term {
        let standard = Self()
        var arguments: [Term.Argument] = []
        for setting in Self.settings {
            switch setting.value {
            case .number(let path, _):
                if self[keyPath: path] != standard[keyPath: path] {
                    arguments.append(.init(setting.name, .number(self[keyPath: path])))
                }
            case .flag(let path):
                if self[keyPath: path] != standard[keyPath: path] {
                    arguments.append(.init(setting.name, .flag(self[keyPath: path])))
                }
            }
        }
        return Term(name, arguments)
    }

    /// What is wrong with the settings, in words.
    var problems: [String] {
        Self.settings.compactMap { setting in
            guard case .number(let path, let range) = setting.value else { return nil }
            let number = self[keyPath: path]
            guard !range.contains(number) else { return nil }
            let wanted =
                range.upperBound == .greatestFiniteMagnitude
                ? "a positive number" : "from \(range.lowerBound) to \(range.upperBound)"
            return "The \(setting.name) of \(name) is \(number); make it \(wanted)."
        }
    }
}

extension ClosedRange<Double> {
    /// Any number above zero.
    static let positive = Double.leastNonzeroMagnitude...Double.greatestFiniteMagnitude
    /// A share that is less than the whole, such as a momentum.
    static let share = 0...1.0.nextDown
}
