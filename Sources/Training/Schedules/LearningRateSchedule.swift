import Datasets

/// A rule for the size of a step as training continues, as a value: `ExponentialDecay(0.1, 1000, 0.96)`.
public struct LearningRateSchedule: Hashable, Sendable, TermConvertible {
    let function: any ScheduleFunction

    /// Every schedule that nnboard has; a new one is a file of its own and one line here.
    private static let functions: [any ScheduleFunction.Type] = [
        ExponentialDecay.self,
        CosineDecay.self,
        InverseTimeDecay.self,
        PolynomialDecay.self,
    ]

    /// The names of all schedules.
    public static var names: [String] { functions.map { $0.name } }

    /// Tells whether a word is the name of a schedule.
    static func isName(_ word: String) -> Bool { functions.contains { $0.isCalled(word) } }

    init(_ function: any ScheduleFunction) {
        self.function = function
    }

    /// Reads a term such as `CosineDecay(0.01, decay_steps=320)`.
    public init(term: Term) throws {
        let type = try choice(named: term.name, among: Self.functions, kind: "learning rate schedule") { $0 }
        function = try type.init(term: term)
    }

    /// Keras' name.
    public var name: String { function.name }
    /// The schedule as a term; settings at Keras' defaults are left out.
    public var term: Term { function.term }
    /// The problems with the settings, in words.
    var problems: [String] { function.settingProblems }

    /// The learning rate of the step that follows so many others.
    public func rate(afterSteps steps: Int) -> Double { Double(function.rate(afterSteps: Float(steps))) }

    /// Tells whether the two are written alike.
    public static func == (left: LearningRateSchedule, right: LearningRateSchedule) -> Bool {
        left.term == right.term
    }
    /// Feeds the text form.
    public func hash(into hasher: inout Hasher) { hasher.combine(term) }
}
