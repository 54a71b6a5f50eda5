import CKernels

extension Kernels {
    /// The sum of the squares of a gradient, penalties included, before it is scaled or clipped.
    ///
    /// - Parameters:
    ///   - gradient: One number for each parameter.
    ///   - parameters: The parameters that the penalties are on.
    ///   - shaping: The shaping whose penalties count.
    ///   - count: The number of parameters with their padding, a multiple of ``lanes``.
    /// - Returns: The sum.
    func squareSum(
        gradient: UnsafePointer<Float>, of parameters: Values, _ shaping: Shaping, count: Int
    ) -> Double {
        kernels_gradient_squares(machine, shaping.c, parameters.values, gradient, count)
    }

    /// The sums of the sizes and of the squares of numbers.
    ///
    /// - Parameters:
    ///   - values: The numbers.
    ///   - count: The number of values with their padding, a multiple of ``lanes``.
    /// - Returns: `Σ |x|` and `Σ x²`.
    func sums(of values: UnsafePointer<Float>, count: Int) -> (sizes: Double, squares: Double) {
        let sums = kernels_sums(machine, values, count)
        return (sums.sizes, sums.squares)
    }
}
