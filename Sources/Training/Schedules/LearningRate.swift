import Datasets

/// The size of an optimizer's steps: one number for all of them, or a schedule.
enum LearningRate: Hashable, Sendable {
    case constant(Double)
    case schedule(LearningRateSchedule)

    /// The schedule, where there is one.
    var schedule: LearningRateSchedule? {
        guard case .schedule(let schedule) = self else { return nil }
        return schedule
    }

    /// The size of the step that follows so many others.
    func rate(afterSteps steps: Int) -> Double {
        switch self {
        case .constant(let rate): rate
        case .schedule(let schedule): schedule.rate(afterSteps: steps)
        }
    }
}

extension LearningRate: SettingValue {
    static let expected = "a number or a schedule"

    static func read(_ value: Term.Value) throws -> LearningRate? {
        switch value {
        case .number(let rate): .constant(rate)
        // A word alone is only meant for a schedule where it is the name of one.
        case .term(let term) where !term.arguments.isEmpty || LearningRateSchedule.isName(term.name):
            .schedule(try LearningRateSchedule(term: term))
        default: nil
        }
    }

    var written: Term.Value {
        switch self {
        case .constant(let rate): .number(rate)
        case .schedule(let schedule): .term(schedule.term)
        }
    }
}
