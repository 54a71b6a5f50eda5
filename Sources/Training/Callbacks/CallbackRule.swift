/// The behaviour of a callback, with its settings.
protocol CallbackRule: Configurable {
    /// Tells whether it puts back weights that it kept.
    var restoresWeights: Bool { get }

    /// Begins to watch a run.
    func begin() -> any CallbackState

    /// Lists the problems that keep it from doing its work; see
    /// ``Callback/problems(metrics:validates:hasSchedule:)``.
    func problems(metrics keys: [String], validates: Bool, hasSchedule: Bool) -> [String]
}

extension CallbackRule {
    var restoresWeights: Bool { false }

    func problems(metrics keys: [String], validates: Bool, hasSchedule: Bool) -> [String] { settingProblems }
}
