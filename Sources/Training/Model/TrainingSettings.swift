import Datasets

/// The settings by which a model is trained, apart from the model itself.
public struct TrainingSettings: Hashable, Sendable {
    /// The number of samples in each step; the last batch of an epoch takes what is left.
    public var batchSize: Int
    /// The number of times that all training samples are gone through.
    public var epochs: Int
    /// The number of samples kept from training to validate with: the first ones of the training split.
    public var validation: Int
    /// The number of parts that the training samples are divided into, each to validate a network of its own;
    /// 0 for a single network that ``validation`` samples are set aside for.
    public var folds: Int
    /// The number of epochs for a new network at the end, to be judged by the test samples; 0 for none.
    public var finalEpochs: Int
    /// The number of samples that are set aside from that network, too.
    public var finalValidation: Int
    /// The number of samples in a step of its training; 0 for as many as otherwise.
    public var finalBatchSize: Int
    /// Decides the initial weights and the order of the samples; at most ``largestSeed``.
    public var seed: UInt64
    /// The number of threads that work at a step; the result does not depend on it, to the last bit.
    public var threads: Int

    /// Chooses settings; those left out are the book's.
    public init(
        batchSize: Int = 512, epochs: Int = 20, validation: Int = 1000, folds: Int = 0, finalEpochs: Int = 0,
        finalValidation: Int = 0, finalBatchSize: Int = 0, seed: UInt64 = 1, threads: Int = 1
    ) {
        self.batchSize = batchSize
        self.epochs = epochs
        self.validation = validation
        self.folds = folds
        self.finalEpochs = finalEpochs
        self.finalValidation = finalValidation
        self.finalBatchSize = finalBatchSize
        self.seed = seed
        self.threads = threads
    }

    /// The number of samples, the first ones, that nobody trains with: none where each fold has its own.
    public var heldOut: Int { folds > 1 ? 0 : validation }

    /// The largest seed, 2⁵³ − 1: up to here a number means the same as a term, as JSON and as a `UInt64`.
    public static let largestSeed: UInt64 = 1 << 53 - 1

    /// More threads than any machine here has are a slip of the finger.
    static let mostThreads = 256
    /// Each fold is a network in memory.
    static let mostFolds = 64

    /// Finds the problems that keep the settings from being used.
    ///
    /// - Parameter samples: The number of samples in the training split.
    /// - Returns: The problems, each with its place and what to do about it; empty where there are none.
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
            "validation", heldOut < samples,
            "\(validation) of \(samples.counted("training sample")) would be kept for validation, so none is left to "
                + "train with. Keep \(samples == 1 ? "none" : "fewer than \(samples)").")
        check(
            "folds", folds == 0 || (2...Self.mostFolds).contains(folds),
            "The number of folds is \(folds). Make it from 2 to \(Self.mostFolds), or 0 for a single network."
        )
        check(
            "folds", folds <= samples,
            "There are \(folds) folds, but only \(samples.counted("training sample")) to be divided among them. "
                + "Make fewer folds.")
        check(
            "final_epochs", finalEpochs >= 0,
            "The final run has \(finalEpochs) epochs. Make it 0 for no final run, or more.")
        check(
            "final_batch_size", finalBatchSize >= 0,
            "The final run's batch size is \(finalBatchSize). Make it 0 for the same as otherwise, or more.")
        check(
            "final_validation", (0..<samples).contains(finalValidation),
            "The final run keeps \(finalValidation) of \(samples.counted("training sample")) for validation. "
                + "Keep \(samples == 1 ? "none" : "from 0 to \(samples - 1)").")
        check(
            "threads", (1...Self.mostThreads).contains(threads),
            "The number of threads is \(threads). Make it from 1 to \(Self.mostThreads).")
        return problems
    }
}
