import References
import Testing

@testable import Training

/// Every elementwise activation over all of float32, against double precision.
@Suite struct `From end to end of float32, an activation` {
    private static let sweep = Sweep(corners: [3, -3, 6, 0.5])

    @Test(arguments: ElementwiseTruth.all.indices)
    func `and its derivative stay within half the limit`(truth: Int) throws {
        let truth = ElementwiseTruth.all[truth]
        let sweep = Self.sweep
        let activation = try Activation(text: truth.text)
        for kernels in everyKernels {
            let (values, slopes) = activation.run(sweep.points, kernels)
            let value = sweep.worst(values, truth.value)
            let slope = sweep.worst(slopes, truth.slope, or: truth.otherSlope, comparesNaN: false)
            print(
                "\(truth.text), \(kernels.level), \(sweep.points.count) numbers, worst / limit: "
                    + "\(value.ratio) at \(value.place), derivative \(slope.ratio) at \(slope.place)")
            #expect(value.ratio < 0.5, "\(kernels.level): \(value)")
            #expect(slope.ratio < 0.5, "\(kernels.level): derivative \(slope)")
        }
    }

    @Test func `is one of those that are tried here`() {
        // Those that look at a whole row have no value at a single number.
        let rows = ["softmax", "log_softmax"]
        let tried = Set(
            ElementwiseTruth.all.compactMap { $0.text.split(separator: "(").first.map(String.init) })
        #expect(tried == Set(Activation.names).subtracting(rows))
    }
}

extension Activation {
    /// The output for each number, and the derivative there, in one row.
    fileprivate func run(
        _ points: [Float], _ kernels: Kernels
    ) -> (values: [Float], slopes: [Float]) {
        var (inputs, values) = (points, points)
        var slopes = [Float](repeating: 1, count: points.count)
        inputs.withUnsafeMutableBufferPointer { inputs in
            values.withUnsafeMutableBufferPointer { values in
                slopes.withUnsafeMutableBufferPointer { slopes in
                    guard let inputs = Block(inputs), let values = Block(values), let slopes = Block(slopes)
                    else {
                        return
                    }
                    function.apply(inputs, into: values, kernels)
                    function.backpropagate(slopes, inputs: inputs, outputs: values, kernels)
                }
            }
        }
        return (values, slopes)
    }
}

extension Block {
    /// All of an array, as one row without padding.
    fileprivate init?(_ buffer: UnsafeMutableBufferPointer<Float>) {
        guard let start = buffer.baseAddress else { return nil }
        self.init(start, rows: 1, columns: buffer.count, stride: buffer.count)
    }
}
