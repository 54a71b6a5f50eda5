extension Kernels {
    /// What happens to a gradient before a step: penalties, scaling, clipping, decay.
    struct Shaping: Equatable {
        var l1: Float = 0
        var l2: Float = 0
        var scale: Float = 1
        var clip = Float.infinity
        var decay: Float = 0
        static let none = Shaping()
    }
}

extension Kernels {
    func update(
        _ parameters: Values, _ update: Update, _ shaping: Shaping, gradient: UnsafePointer<Float>, count: Int
    ) {
        self.update(parameters, update, gradient: gradient, count: count)
    }

    func update(
        _ parameters: Values, _ update: Update, _ shaping: Shaping, columns: Columns, range: Range<Int>,
        delta: Block
    ) {
        self.update(parameters, update, columns: columns, range: range, delta: delta)
    }

    func squareSum(
        gradient: UnsafePointer<Float>, of parameters: Values, _ shaping: Shaping, count: Int
    ) -> Double {
        (0..<count).reduce(0) { $0 + Double(gradient[$1]) * Double(gradient[$1]) }
    }

    func squareSum(
        columns: Columns, of parameters: Values, _ shaping: Shaping, range: Range<Int>, delta: Block
    ) -> Double {
        0
    }

    /// The sums of the sizes and of the squares of numbers.
    func sums(of values: UnsafePointer<Float>, count: Int) -> (sizes: Double, squares: Double) {
        (0..<count).reduce((0, 0)) {
            ($0.0 + Double(abs(values[$1])), $0.1 + Double(values[$1]) * Double(values[$1]))
        }
    }
}
