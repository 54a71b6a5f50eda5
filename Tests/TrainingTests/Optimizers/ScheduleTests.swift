import Datasets
import Foundation
import Testing

@testable import Training

@Suite struct `A learning rate schedule` {
    static let texts = [
        "ExponentialDecay(initial_learning_rate=0.1, decay_steps=100, decay_rate=0.96)",
        "ExponentialDecay(initial_learning_rate=0.1, decay_steps=100, decay_rate=0.96, staircase=true)",
        "CosineDecay(initial_learning_rate=0.1, decay_steps=100)",
        "CosineDecay(initial_learning_rate=0.01, decay_steps=100, alpha=0.1, warmup_target=0.2, warmup_steps=50)",
        "InverseTimeDecay(initial_learning_rate=0.1, decay_steps=100, decay_rate=0.5, staircase=true)",
        "PolynomialDecay(initial_learning_rate=0.1, decay_steps=100, end_learning_rate=0.01, power=2, cycle=true)",
    ]

    @Test(arguments: texts)
    func `is read back from its text`(text: String) throws {
        #expect(try LearningRateSchedule(text: text).text == text)
    }

    /// The values of Keras' formulas, worked out in double precision.
    static let values: [(text: Int, steps: Int, rate: Double)] = [
        (0, 0, 0.1), (0, 50, 0.1 * pow(0.96, 0.5)), (0, 250, 0.1 * pow(0.96, 2.5)),
        (1, 99, 0.1), (1, 100, 0.096), (1, 250, 0.1 * pow(0.96, 2)),
        (2, 0, 0.1), (2, 50, 0.05), (2, 25, 0.1 * 0.5 * (1 + cos(.pi / 4))), (2, 100, 0), (2, 1000, 0),
        (3, 0, 0.01), (3, 25, 0.105), (3, 50, 0.2), (3, 100, 0.2 * 0.55), (3, 150, 0.02), (3, 400, 0.02),
        (4, 99, 0.1), (4, 100, 0.1 / 1.5), (4, 399, 0.1 / 2.5),
        (5, 0, 0.1), (5, 50, 0.09 * 0.25 + 0.01), (5, 100, 0.01), (5, 150, 0.09 * 0.0625 + 0.01),
        (5, 200, 0.01),
    ]

    @Test(arguments: values)
    func `follows Keras' formula`(text: Int, steps: Int, rate: Double) throws {
        let schedule = try LearningRateSchedule(text: Self.texts[text])
        #expect(abs(schedule.rate(afterSteps: steps) - rate) <= 1e-8 + 1e-6 * rate)
    }

    @Test func `needs what Keras needs`() {
        #expect(throws: TermError.missingArgument("decay_rate", of: "ExponentialDecay")) {
            try LearningRateSchedule(text: "ExponentialDecay(0.1, decay_steps=100)")
        }
    }

    @Test func `is looked for among all where its name is none`() {
        let error = #expect(throws: TermError.self) { try Optimizer(text: "adam(CosinDecay(0.1, 10))") }
        #expect(error?.description.contains("“CosineDecay”") == true)
    }
}
