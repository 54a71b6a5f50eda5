/// The mathematics of an initializer.
protocol InitializerRule: Configurable {
    /// What is wrong with the settings, in words.
    var problems: [String] { get }

    /// Draws the first values of a kernel or a bias.
    ///
    /// - Parameters:
    ///   - count: How many values.
    ///   - inputs: How many numbers each unit of the layer sums up, Keras' `fan_in`.
    ///   - units: How many units the layer has, Keras' `fan_out`.
    ///   - random: Where the numbers come from.
    /// - Returns: `count` values.
    func values(count: Int, inputs: Int, units: Int, using random: inout Random) -> [Float]
}

extension InitializerRule {
    var problems: [String] { settingProblems }
}
