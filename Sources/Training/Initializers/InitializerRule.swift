/// The mathematics of an initializer.
protocol InitializerRule: Configurable {
    /// The problems with the settings, in words.
    var problems: [String] { get }

    /// Draws the first values of a kernel or a bias.
    ///
    /// - Parameters:
    ///   - count: The number of values.
    ///   - inputs: The number of inputs that each unit of the layer sums up, Keras' `fan_in`.
    ///   - units: The number of units in the layer, Keras' `fan_out`.
    ///   - random: The generator to draw by.
    /// - Returns: `count` values.
    func values(count: Int, inputs: Int, units: Int, using random: inout Random) -> [Float]
}

extension InitializerRule {
    var problems: [String] { settingProblems }
}
