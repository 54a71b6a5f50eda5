import Datasets

/// The rule by which weights follow the gradient, as a value: `adam(learning_rate=0.01)`.
public struct Optimizer: Hashable, Sendable, TermConvertible {
    var rule: any OptimizerRule

    /// Every rule that nnboard has; a new one is a file of its own and one line here.
    private static let rules: [any OptimizerRule.Type] = [
        SGD.self,
        RMSprop.self,
        Adam.self,
        AdamW.self,
        Adagrad.self,
        Adamax.self,
        Nadam.self,
        Adadelta.self,
    ]

    /// The names of all optimizers.
    public static var names: [String] { rules.map { $0.name } }

    /// Gradient descent, with Keras' defaults.
    public static let sgd = Optimizer(SGD())
    /// RMSprop, with Keras' defaults.
    public static let rmsprop = Optimizer(RMSprop())
    /// Adam, with Keras' defaults.
    public static let adam = Optimizer(Adam())

    init(_ rule: any OptimizerRule) {
        self.rule = rule
    }

    /// The optimizer of that name with Keras' defaults.
    ///
    /// - Parameter name: One of ``names``.
    /// - Returns: The optimizer.
    /// - Throws: ``TermError/unknownName(_:kind:choices:aliases:)`` where there is none.
    public static func named(_ name: String) throws -> Optimizer {
        try Optimizer(term: Term(name))
    }

    /// Reads a term such as `adam(learning_rate=0.01)`.
    public init(term: Term) throws {
        let type = try choice(named: term.name, among: Self.rules, kind: "optimizer") { $0 }
        rule = try type.init(term: term)
    }

    /// Keras' name.
    public var name: String { type(of: rule).name }
    /// The optimizer as a term; settings at Keras' defaults are left out.
    public var term: Term { rule.term }

    /// The size of a step, the first one's where a schedule changes it; setting it drops the schedule.
    public var learningRate: Double {
        get { learningRate(atStep: 1) }
        set { rule.shared.learningRate = .constant(newValue) }
    }

    /// The schedule of the step's size, where it changes; setting it to `nil` keeps the first step's.
    public var schedule: LearningRateSchedule? {
        get { rule.shared.learningRate.schedule }
        set { rule.shared.learningRate = newValue.map(LearningRate.schedule) ?? .constant(learningRate) }
    }

    /// The size of one step.
    ///
    /// - Parameter number: Counts steps, from 1.
    /// - Returns: The learning rate, from the schedule where there is one.
    public func learningRate(atStep number: Int) -> Double {
        rule.shared.learningRate.rate(afterSteps: number - 1)
    }

    /// Tells whether the two are written alike.
    public static func == (left: Optimizer, right: Optimizer) -> Bool { left.term == right.term }
    /// Feeds the text form.
    public func hash(into hasher: inout Hasher) { hasher.combine(term) }
}

// MARK: - For the engine

extension Optimizer {
    /// The number of values that it keeps for each parameter.
    package var slots: Int { rule.slotStarts.count }
    /// The first values of what it keeps.
    var slotStarts: [Float] { rule.slotStarts }

    /// The most that the norm of one variable's gradient may be.
    var clipnorm: Double? { rule.shared.clipnorm }
    /// The most that each entry of a gradient may be.
    var clipvalue: Double? { rule.shared.clipvalue }
    /// The most that the norm of all gradients together may be.
    var globalClipnorm: Double? { rule.shared.globalClipnorm }
    /// The share of its size that a weight loses before each step, as a multiple of the learning rate.
    var weightDecay: Double? { rule.shared.weightDecay }

    /// The problems with the settings, in words.
    var problems: [String] { rule.problems }

    /// Works out the numbers that the kernel needs to make one step.
    ///
    /// - Parameter number: Counts steps, from 1.
    /// - Returns: The rule and its numbers, at the learning rate of that step.
    func update(atStep number: Int) -> Kernels.Update {
        rule.step(number, learningRate: Float(learningRate(atStep: number)))
    }
}
