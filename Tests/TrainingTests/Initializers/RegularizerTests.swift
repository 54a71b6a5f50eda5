import Datasets
import Testing

@testable import Training

@Suite struct `A regularizer` {
    @Test(arguments: [
        ("l1(0.02)", 0.02, 0.0, "l1(0.02)"), ("l2(0.001)", 0, 0.001, "l2(0.001)"),
        ("L1(l1=0.02)", 0.02, 0, "l1(0.02)"), ("L2(l2=0.5)", 0, 0.5, "l2(0.5)"),
        ("l1", 0.01, 0, "l1(0.01)"), ("L2", 0, 0.01, "l2(0.01)"),
        ("l1_l2(l1=0.1, l2=0.2)", 0.1, 0.2, "l1_l2(l1=0.1, l2=0.2)"),
        ("L1L2(0.1, 0.2)", 0.1, 0.2, "l1_l2(l1=0.1, l2=0.2)"),
        ("L1L2(l2=0.1)", 0, 0.1, "l2(0.1)"), ("l1_l2(0.1)", 0.1, 0, "l1(0.1)"),
        ("l1_l2", 0.01, 0.01, "l1_l2(l1=0.01, l2=0.01)"), ("l2(0)", 0, 0, "l2(0)"),
    ])
    func `is read by Keras' names, with Keras' defaults`(
        text: String, l1: Double, l2: Double, written: String
    ) throws {
        let regularizer = try Regularizer(text: text)
        #expect(regularizer == Regularizer(l1: l1, l2: l2))
        #expect(regularizer.text == written)
        #expect(try Regularizer(text: written) == regularizer)
        #expect(regularizer.problems == [])
    }

    @Test(arguments: [
        ("l3", "There is no regularizer called “l3”. Did you mean “l1”?"),
        ("l2(weak)", "“l2” of “l2” is weak, but must be a number."),
        ("l2(l1=1)", "“l2” has no argument “l1”. Did you mean “l2”?"),
    ])
    func `is refused in words where it can't be read`(text: String, message: String) {
        let error = #expect(throws: TermError.self) { try Regularizer(text: text) }
        #expect(error?.description == message)
    }

    @Test func `must not reward large weights`() {
        #expect(
            Regularizer(l1: -1, l2: 1).problems == [
                "The factor l1 of the regularizer is -1.0. Make it 0 or more, lest large weights earn a bonus."
            ])
    }
}
