/// How a model is trained, apart from the model itself.
public struct TrainingSettings: Hashable, Sendable {
    /// How many samples go into each step; the last batch of an epoch takes what is left.
    public var batchSize: Int
    /// How often all training samples are gone through.
    public var epochs: Int
    /// How many samples are kept from training to validate with: the first ones of the training split.
    public var validation: Int
    /// Decides the initial weights and the order of the samples; at most ``largestSeed``.
    public var seed: UInt64
    /// How many threads work at a step; the result does not depend on their number, to the last bit.
    public var threads: Int

    /// Chooses settings; those left out are the book's.
    public init(
        batchSize: Int = 512, epochs: Int = 20, validation: Int = 1000, seed: UInt64 = 1, threads: Int = 1
    ) {
        self.batchSize = batchSize
        self.epochs = epochs
        self.validation = validation
        self.seed = seed
        self.threads = threads
    }

    /// The largest seed, 2⁵³ − 1: up to here a number means the same as a term, as JSON and as a `UInt64`.
    public static let largestSeed: UInt64 = 1 << 53 - 1

    /// More threads than any machine here has are a slip of the finger.
    static let mostThreads = 256

    /// What keeps the settings from being used; empty where nothing does.
    ///
    /// - Parameter samples: How many samples the training split has.
    /// - Returns: The problems, each with its place and what to do about it.
    public func problems(samples: Int) -> [ModelProblem] {
        var problems: [ModelProblem] = []
        func check(_ key: String, _ ok: Bool, _ message: @autoclosure () -> String) {
            if !ok { problems.append(ModelProblem(.setting(key), message())) }
        }
        check("batch_size", batchSize >= 1, "The batch size is \(batchSize). Make it at least 1.")
        check("epochs", epochs >= 1, "The number of epochs is \(epochs). Make it at least 1.")
        check(
            "validation", validation >= 0,
            "The number of validation samples is \(validation). Make it 0 or more.")
        check(
            "seed", seed <= Self.largestSeed,
            "The seed is \(seed). Make it at most \(Self.largestSeed), since larger numbers can't be kept exactly."
        )
        guard samples > 0 else {
            return problems + [ModelProblem(.model, "The data set has no training samples. Choose another.")]
        }
        check(
            "validation", validation < samples,
            "Of \(samples) training samples, \(validation) are kept for validation, so none is left to train with. "
                + "Keep fewer than \(samples).")
        check(
            "threads", (1...Self.mostThreads).contains(threads),
            "The number of threads is \(threads). Make it from 1 to \(Self.mostThreads).")
        return problems
    }
}
