import CKernels
import FoundationEssentials

/// The vector kernels at one level of instructions: what BLAS has not.
struct Kernels: Equatable, Sendable {
    /// The number of floats of which a row's length is a multiple.
    static let lanes = Int(KERNELS_LANES)

    /// A level of vector instructions.
    enum Level: Int32, CaseIterable, Sendable {
        /// The instructions that any processor has.
        case baseline = 0
        /// AVX2 and FMA, x86-64-v3.
        case v3 = 1
        /// AVX-512, x86-64-v4.
        case v4 = 2

        /// Tells whether this processor has the level.
        var isAvailable: Bool { kernels_has_level(rawValue) }
        /// The levels that this processor has.
        static var available: [Level] { allCases.filter(\.isAvailable) }
    }

    /// The level of vector instructions in use.
    let level: Level
    /// The threads that work side by side; `nil` where the caller works alone.
    let team: Team?
    /// Room for the products of large layers.
    let productRoom: BLAS.Room

    /// The level as C has it.
    var code: Int32 { level.rawValue }
    /// The level and the team as C has them.
    var machine: kernels_machine { kernels_machine(level: code, team: team?.pointer) }

    /// The kernels that the program uses throughout, in one thread.
    ///
    /// The program first asks ``level(environment:)``, and hears of a level that can't be had.
    static let standard = Kernels(environment: ProcessInfo.processInfo.environment)

    /// The best kernels, or those that the environment asks for and the processor has.
    ///
    /// - Parameter environment: The environment's variables.
    init(environment: [String: String]) {
        self.init(level: (try? Self.level(environment: environment)) ?? Level.available.last ?? .baseline)
    }

    /// The kernels of one level, which the processor must have, in one thread.
    init(level: Level) { self.init(level: level, threads: 1) }

    /// The kernels of one level, which the processor must have, in some threads.
    ///
    /// - Parameters:
    ///   - level: The level of vector instructions to use.
    ///   - threads: The number of threads that work side by side; it changes no bit of the results.
    init(level: Level = Kernels.standard.level, threads: Int) {
        precondition(level.isAvailable, "this processor has no \(level)")
        self.level = level
        team = Team(threads: threads)
        productRoom = BLAS.Room(threads: team?.threads ?? 1)
    }

    static func == (left: Kernels, right: Kernels) -> Bool {
        left.level == right.level && left.team === right.team
    }
}

// MARK: - Blocks

extension Kernels {
    func columnSums(_ block: Block, into sums: UnsafeMutablePointer<Float>) {
        kernels_column_sums(code, block.c, sums)
    }
}

// MARK: - Losses and metrics

extension Kernels {
    func crossentropyOfLogits(_ batch: LossBatch, gradient: Block?) -> Double {
        kernels_crossentropy_of_logits(
            machine, batch.outputs.c, batch.targets.c, batch.perSample, gradient?.values)
    }
    func categoricalCrossentropy(_ batch: LossBatch, gradient: Block?) -> Double {
        kernels_categorical_crossentropy(
            code, batch.outputs.c, batch.targets.c, batch.perSample, gradient?.values)
    }
    func sparseCategoricalCrossentropy(_ batch: LossBatch, gradient: Block?) -> Double {
        kernels_sparse_categorical_crossentropy(
            code, batch.outputs.c, batch.targets.c, batch.perSample, gradient?.values)
    }

    func countFirstLargest(_ outputs: Block, labels: UnsafePointer<Int32>) -> Int {
        kernels_count_first_largest(outputs.c, labels)
    }
    /// The class that a row of outputs speaks for: the first of the largest numbers.
    ///
    /// NaN is larger than nothing, so a row of nothing else speaks for class 0, as in Keras. This one
    /// rule decides accuracies, predictions, matrices and lists.
    static func firstLargest(_ row: UnsafePointer<Float>, columns: Int) -> Int {
        kernels_first_largest(row, columns)
    }
    func countTopK(_ outputs: Block, labels: UnsafePointer<Int32>, k: Int) -> Int {
        kernels_count_top_k(outputs.c, labels, k)
    }
}
