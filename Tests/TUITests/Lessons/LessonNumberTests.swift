import Testing

@testable import TUI
@testable import Training

/// Numbers from Keras and from the definitions, not from the lessons themselves.
@Suite struct `A lesson's numbers` {
    private func shown(_ lesson: Lesson, _ keys: String = "") -> String {
        var dashboard = LessonFixture.opened(lesson, 120, 40)
        dashboard.press(keys)
        return dashboard.screen
    }

    @Test(arguments: [
        ("", ["0.7311", "0.1966", "0.7616", "0.4200"]), ("home", ["0.0025", "0.0025", "-1.0000", "2.46e-5"]),
        ("p", ["0.1192", "0.1050", "-0.9640", "0.0707"]),
    ])
    func `are those of relu, sigmoid and tanh`(keys: String, values: [String]) {
        let screen = shown(.activations, keys)
        for value in values { #expect(screen.contains(value), "\(value) after “\(keys)”") }
    }

    @Test func `are those of a softmax as one logit goes from -5 to 5`() {
        let start = shown(.softmax)
        for value in ["0.2447", "0.6652", "0.0900", "2.7183", "4.0862"] { #expect(start.contains(value)) }
        let low = shown(.softmax, "home")
        for value in ["-5.0", "0.0022", "0.8789", "0.1189"] { #expect(low.contains(value), "\(value)") }
        let high = shown(.softmax, "end")
        for value in ["148.41", "0.9796", "0.0179", "0.0024"] { #expect(high.contains(value), "\(value)") }
    }

    @Test func `are those of the worked example`() {
        let screen = shown(.softmax, "p")
        for value in ["-20.0", "2.06e-9", "0.3679", "0.3329", "0.7008", "2.94e-9", "0.5250", "0.4750"] {
            #expect(screen.contains(value), "\(value)")
        }
    }

    @Test(arguments: [("", "0.105", "2.303"), ("p", "0.693", "0.693"), ("p p p", "3.829", "0.022")])
    func `are those of a cross-entropy`(keys: String, yes: String, no: String) {
        let screen = shown(.crossentropy, keys)
        #expect(screen.contains(yes) && screen.contains(no))
    }

    @Test func `stop at the logarithm of 1e-7, where no gradient comes back`() {
        let nothing = CrossentropyLesson.judge(0, isYes: true)
        #expect(abs(nothing.loss - 16.118_095) < 1e-5)
        #expect(nothing.slope == 0)
        #expect(CrossentropyLesson.judge(1e-9, isYes: true) == nothing)
        let screen = shown(.crossentropy, "home")
        #expect(screen.contains("16.118") && screen.contains("takes at least 1e-7"))
        // On the logarithmic axis there is no 0, but what lies below the clip.
        let far = shown(.crossentropy, "w home")
        #expect(far.contains("1e-9") && far.contains("16.118"))
    }

    /// `losses.json`, `behind_activation`: class 5, in a compiled model and on plain probabilities.
    @Test func `are Keras' losses of the ten logits`() {
        let costs = LossesLesson.costs(label: 5)
        let expected: [(before: Double, after: Double)] = [
            (56.700_000_762_939_45, 16.118_095_397_949_22),
            (56.700_000_762_939_45, 1.833_809_018_135_070_8),
            (19.942_459_106_445_312, 5.740_167_140_960_693),
        ]
        for (cost, expected) in zip(costs, expected) {
            #expect(abs(cost.fromLogits - expected.before) < 1e-5 * expected.before)
            // The last bit of sigmoid(12.5), which lies that close to 1, is worth as much in a binary cross-entropy: it
            // is what the lesson is about.
            let bit = cost.loss == .binaryCrossentropy() ? 2e-3 : 1e-5 * expected.after
            #expect(abs(cost.fromProbabilities - expected.after) < bit)
        }
        let screen = shown(.losses)
        for value in ["56.700", "16.118", "19.942", "1.834", "2.37e-25", "5.65e-12"] {
            #expect(screen.contains(value), "\(value)")
        }
    }

    /// `losses.json`, `activated`.
    @Test func `are Keras' probabilities of the ten logits`() {
        let sigmoid: [Float] = [
            2.061_154_136e-9, 0.268_941_402, 0.989_013_076, 0.999_996_245, 1, 1, 4.337_121_2e-26,
            0.999_725_401, 1, 0,
        ]
        let softmax: [Float] = [0, 0, 0, 0, 5.646_408_7e-12, 2.374_119_5e-25, 0, 0, 1, 0]
        func isClose(_ values: [Float], _ expected: [Float]) -> Bool {
            zip(values, expected).allSatisfy { abs($0 - $1) <= max(1e-5 * $1, 1e-30) }
        }
        #expect(isClose(Activation.sigmoid.outputs(for: Lesson.tenLogits), sigmoid))
        #expect(isClose(Activation.softmax.outputs(for: Lesson.tenLogits), softmax))
    }

    @Test func `differ for each class but the likeliest`() {
        for label in 0..<10 {
            let cost = LossesLesson.costs(label: label)[0]
            let exact = 99.9 - Double(Lesson.tenLogits[label])
            #expect(abs(cost.fromLogits - exact) < 1e-4)
            #expect(abs(cost.fromProbabilities - (label == 8 ? 0 : 16.118_095)) < 1e-4)
        }
        #expect(shown(.losses, "p").contains("both losses are"))
        #expect(shown(.losses, "home").contains("99.9 + 20.0 = 119.90"))
    }
}

@Suite struct `The judge of one sample` {
    @Test func `knows no loss of a class that is not there`() {
        let loss = Loss.categoricalCrossentropy()
        #expect(loss.judge([0.5, 0.5], label: 2).loss.isNaN)
        #expect(loss.judge([0.5, 0.5], label: -1).loss.isNaN)
        #expect(loss.judge([], label: 0).loss.isNaN)
        #expect(Activation.softmax.outputs(for: []).isEmpty && Activation.relu.slopes(at: []).isEmpty)
    }

    @Test func `gives the gradient of the logits: softmax less the one-hot row`() {
        let logits: [Float] = [0.3, -1, 2]
        let shares = Activation.softmax.outputs(for: logits)
        let gradient = Loss.sparseCategoricalCrossentropy(fromLogits: true).judge(logits, label: 1).gradient
        for (index, slope) in gradient.enumerated() {
            #expect(abs(slope - (shares[index] - (index == 1 ? 1 : 0))) < 1e-6)
        }
    }
}
