/// The mathematics of an optimizer: what it keeps for each parameter, and the numbers of each step.
protocol OptimizerRule: Configurable {
    /// The settings that every optimizer has.
    var shared: SharedSettings { get set }

    /// The first values of the numbers that it keeps for each parameter, one entry for each of them.
    var slotStarts: [Float] { get }

    /// The numbers of one step.
    ///
    /// - Parameters:
    ///   - number: Counts steps, from 1.
    ///   - rate: The learning rate at this step.
    /// - Returns: The rule and the numbers by which the kernel changes each parameter.
    func step(_ number: Int, learningRate rate: Float) -> Kernels.Update
}

extension OptimizerRule {
    /// The setting for the share of the last step that goes into the next: Keras' `momentum`, or `beta_1` in the family
    /// of Adam; `nil` where there is none.
    var momentumName: String? {
        Self.settings.first { $0.name == "momentum" || $0.name == "beta_1" }?.name
    }

    /// The problems with the settings, in words.
    var problems: [String] {
        settingProblems + (shared.learningRate.schedule?.problems ?? []) + shared.clippingProblems(of: name)
    }
}
