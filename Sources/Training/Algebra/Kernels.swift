import CKernels

/// The vector kernels.
struct Kernels: Sendable {
    enum Rule: Int32 {
        case sgd, sgdMomentum, sgdNesterov
        case rmsprop, rmspropMomentum, rmspropCentered, rmspropCenteredMomentum
        case adam, adamAmsgrad
    }
    struct Update {
        init(_ rule: Rule, _ numbers: Float...) {}
    }
    func relu(_ block: Block) {}
    func reluGradient(_ gradient: Block, outputs: Block) {}
    func tanh(_ block: Block) {}
    func tanhGradient(_ gradient: Block, outputs: Block) {}
    func sigmoid(_ block: Block) {}
    func sigmoidGradient(_ gradient: Block, outputs: Block) {}
    func softmax(_ block: Block) {}
    func softmaxGradient(_ gradient: Block, outputs: Block) {}
    func crossentropyOfLogits(_ batch: LossBatch, gradient: Block?) -> Double { 0 }
    func categoricalCrossentropy(_ batch: LossBatch, gradient: Block?) -> Double { 0 }
    func sparseCategoricalCrossentropy(_ batch: LossBatch, gradient: Block?) -> Double { 0 }
    func countFirstLargest(_ outputs: Block, labels: UnsafePointer<Int32>) -> Int { 0 }
    func countTopK(_ outputs: Block, labels: UnsafePointer<Int32>, k: Int) -> Int { 0 }
}
