/// A loss that compares each output with a number of its own; a sample's loss is the mean over its outputs.
protocol ElementwiseLoss: LossFunction {
    /// The loss of one output.
    func value(truth: Float, prediction: Float) -> Float
    /// Its derivative with respect to the prediction.
    func slope(truth: Float, prediction: Float) -> Float
}

extension ElementwiseLoss {
    var form: TargetForm { .rows }

    func sum(_ batch: LossBatch, gradient: Block?, _ kernels: Kernels) -> Double {
        guard case .rows(let targets) = batch.targets else { return .nan }
        let outputs = batch.outputs
        let scale = 1 / Float(outputs.rows * outputs.columns)
        var total = 0.0
        for row in 0..<outputs.rows {
            let predictions = outputs.values + row * outputs.stride
            let truths = targets.values + row * targets.stride
            var sum = 0.0
            for column in 0..<outputs.columns {
                sum += Double(value(truth: truths[column], prediction: predictions[column]))
            }
            let mean = sum / Double(outputs.columns)
            batch.perSample?[row] = Float(mean)
            total += mean
            guard let gradient else { continue }
            let slopes = gradient.values + row * gradient.stride
            for column in 0..<outputs.columns {
                slopes[column] = slope(truth: truths[column], prediction: predictions[column]) * scale
            }
            for column in outputs.columns..<outputs.stride { slopes[column] = 0 }
        }
        return total
    }
}
