import ArgumentParser
import Datasets
import Training

/// The options that say how a network learns, and by what it is measured.
struct LearningOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "\(Optimizer.names.joined(separator: ", ")), with settings as in adam(beta_1=0.8).",
            valueName: "name"), completion: .list(Optimizer.names))
    var optimizer = Self.standardOptimizer

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            """
            The size of a step, a number or one of \(LearningRateSchedule.names.joined(separator: ", ")), as in \
            CosineDecay(0.01, 320); by default the optimizer's own.
            """,
            valueName: "x"), completion: .list(LearningRateSchedule.names))
    var learningRate: String?

    @Option(
        help: ArgumentHelp(
            """
            \(Loss.names.joined(separator: ", ")); with (from_logits=true) the last layer is linear. By default \
            \(Loss.categoricalCrossentropy().name) for classes and \(Loss.meanSquaredError.name) for numbers.
            """,
            valueName: "name"), completion: .list(Loss.names))
    var loss: String?

    @Option(
        help: ArgumentHelp(
            """
            What is measured beside the loss, by default accuracy for classes and mean_absolute_error for numbers: \
            \(Metric.names.joined(separator: ", ")).
            """,
            valueName: "name,name"), completion: .several(of: Metric.names))
    var metrics: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            """
            Also measure how often the truth is among the likeliest k; not where k is 0 or 1. By default 3 where \
            there are more classes than that, and no --metrics.
            """,
            valueName: "k"))
    var topK: Int?

    @Option(
        help: ArgumentHelp(
            """
            What watches the run and steps in, as in EarlyStopping(patience=2): \
            \(Callback.names.joined(separator: ", ")). May be given several times.
            """,
            valueName: "name,name"), completion: .several(of: Callback.names))
    var callbacks: [String] = []

    private static let standardOptimizer = "adam"
    private static let learningRates =
        "a number above 0, such as 0.001, or a schedule, such as CosineDecay(0.01, 320)"

    /// Tells whether nobody has chosen anything of it.
    var isStandard: Bool {
        optimizer == Self.standardOptimizer && learningRate == nil && loss == nil && metrics == nil
            && topK == nil
            && callbacks.isEmpty
    }

    /// The loss, if one is chosen.
    ///
    /// - Throws: A `TermError` for a text that can't be read.
    func chosenLoss() throws -> Loss? { try loss.map(Loss.init(text:)) }

    /// The optimizer, with its learning rate.
    ///
    /// - Throws: A `TermError` or a usage error for an option that can't be read.
    func chosenOptimizer() throws -> Optimizer {
        var optimizer = try Optimizer(text: self.optimizer)
        guard let learningRate else { return optimizer }
        if let number = Double(learningRate) {
            guard number.isFinite, number > 0 else {
                throw ValidationError(
                    TermError.isTooLarge(learningRate)
                        ? "--learning-rate: \(TermError.tooLarge(found: learningRate))"
                        : "--learning-rate is \(learningRate), but must be \(Self.learningRates).")
            }
            optimizer.learningRate = number
        } else if let comma = DecimalComma(learningRate) {
            throw TermError.decimalComma(
                found: learningRate, advice: "--learning-rate: \(comma.fractionAdvice)")
        } else {
            do {
                optimizer.schedule = try LearningRateSchedule(text: learningRate)
            } catch TermError.malformed {
                throw ValidationError(
                    "--learning-rate is “\(learningRate)”, but must be \(Self.learningRates).")
            }
        }
        return optimizer
    }

    /// The metrics, those that nobody chose fitted to what is to be learnt.
    ///
    /// - Throws: A `TermError` or a usage error for an option that can't be read.
    func chosenMetrics(for target: Model.Target) throws -> [Metric] {
        if let topK, topK < 0 {
            throw ValidationError(
                "--top-k is \(topK), but must be at least 0; 0 and 1 measure only accuracy.")
        }
        let chosen = try metrics.map { try Term.list(parsing: $0).map(Metric.init(term:)) }
        let k = topK ?? (chosen == nil ? target.standardTopK : 0)
        return (chosen ?? [target.standardMetric]) + (k > 1 ? [.topK(k)] : [])
    }

    /// The callbacks.
    ///
    /// - Throws: A `TermError` for a text that can't be read.
    func chosenCallbacks() throws -> [Callback] {
        try callbacks.flatMap(Term.list).map(Callback.init(term:))
    }
}
