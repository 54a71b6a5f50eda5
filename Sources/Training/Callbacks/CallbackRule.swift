/// What a callback watches for, and with which settings.
protocol CallbackRule: Configurable {
    /// Whether it puts back weights that it kept.
    var restoresWeights: Bool { get }

    /// Begins to watch a run.
    func begin() -> any CallbackState

    /// What keeps it from doing its work, in words; see ``Callback/problems(metrics:validates:hasSchedule:)``.
    func problems(metrics keys: [String], validates: Bool, hasSchedule: Bool) -> [String]
}

extension CallbackRule {
    var restoresWeights: Bool { false }

    func problems(metrics keys: [String], validates: Bool, hasSchedule: Bool) -> [String] { settingProblems }
}
