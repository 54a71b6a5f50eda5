/// The mathematics of an optimizer: what it keeps for each parameter, and the numbers of each step.
protocol OptimizerRule: Configurable {
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
