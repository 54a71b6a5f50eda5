extension [Double] {
    /// The exponential moving average, corrected for its start, as TensorBoard's.
    ///
    /// TensorBoard keeps `last = last · w + value · (1 − w)` and shows `last / (1 − wⁿ)` after n values. The same in
    /// one step moves the mean by `(value − mean) · (1 − w) / (1 − wⁿ)`, which leaves constants exactly as they are.
    ///
    /// - Parameter weight: `w`, how much of the past stays, from 0 (nothing) to just below 1.
    /// - Returns: As many values. One that is not finite stays as it is, and counts for none of the others.
    func smoothed(by weight: Double) -> [Double] {
        let weight = weight.isFinite ? Swift.min(0.9999, Swift.max(0, weight)) : 0
        guard weight > 0 else { return self }
        var mean = 0.0
        var power = 1.0
        var step = 1.0
        return map { value in
            guard value.isFinite else { return value }
            // In the end the correction is less than a Double can tell from none.
            if power > 1e-17 {
                power *= weight
                step = (1 - weight) / (1 - power)
            }
            mean += (value - mean) * step
            return mean
        }
    }
}
