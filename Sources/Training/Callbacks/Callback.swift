import Datasets

/// Something that watches a run and steps in, as a value: `EarlyStopping(patience=3, restore_best_weights=true)`.
///
/// The value holds settings only; ``begin()`` gives what watches one run.
public struct Callback: Hashable, Sendable, TermConvertible {
    let rule: any CallbackRule

    /// Every callback that nnboard has; a new one is a file of its own and one line here.
    private static let rules: [any CallbackRule.Type] = [
        EarlyStopping.self, ReduceLROnPlateau.self, TerminateOnNaN.self,
    ]

    /// The names of all callbacks.
    public static var names: [String] { rules.map { $0.name } }

    init(_ rule: any CallbackRule) {
        self.rule = rule
    }

    /// The callback of that name with Keras' defaults.
    ///
    /// - Parameter name: One of ``names``.
    /// - Returns: The callback.
    /// - Throws: ``TermError/unknownName(_:kind:choices:aliases:)`` where there is none.
    public static func named(_ name: String) throws -> Callback {
        try Callback(term: Term(name))
    }

    /// Makes a callback that ends a run when validation no longer improves, and puts the best weights back.
    ///
    /// - Parameter patience: The number of epochs in a row that may pass without improvement.
    /// - Returns: Keras' `EarlyStopping` of the validation loss.
    public static func earlyStopping(patience: Int) -> Callback {
        Callback(EarlyStopping(patience: patience, restoreBestWeights: true))
    }

    /// The name of callbacks of that kind.
    static var earlyStoppingName: String { EarlyStopping.name }

    /// Reads a term such as `EarlyStopping(monitor=val_accuracy, patience=3)`.
    public init(term: Term) throws {
        let type = try choice(named: term.name, among: Self.rules, kind: "callback") { $0 }
        rule = try type.init(term: term)
    }

    /// Keras' name of its class.
    public var name: String { rule.name }
    /// The callback as a term; settings at Keras' defaults are left out.
    public var term: Term { rule.term }

    /// Begins to watch a run.
    ///
    /// - Returns: The state that is to be told of the run's batches and epochs.
    public func begin() -> any CallbackState { rule.begin() }

    /// Lists the problems that keep the callback from doing its work, in words; empty where none does.
    ///
    /// - Parameters:
    ///   - keys: The names of the model's metrics, without the loss.
    ///   - validates: `true` if samples are set aside for validation.
    ///   - hasSchedule: `true` if the optimizer's learning rate follows a schedule.
    /// - Returns: Sentences that say what to do.
    public func problems(metrics keys: [String], validates: Bool, hasSchedule: Bool = false) -> [String] {
        rule.problems(metrics: keys, validates: validates, hasSchedule: hasSchedule)
    }

    /// Tells whether the two are written alike.
    public static func == (left: Callback, right: Callback) -> Bool { left.term == right.term }
    /// Feeds the text form.
    public func hash(into hasher: inout Hasher) { hasher.combine(term) }
}
