import Datasets
import Testing

@testable import Training

@Suite struct `A configurable choice` {
    /// One setting of each type.
    private struct Sample: Configurable {
        static let name = "sample"
        static let settings: [Setting<Sample>] = [
            .init("count", \.count, in: 1...Int.max, required: true),
            .init("share", \.share, in: .share),
            .init("most", \.most, in: .positive),
            .init("mode", \.mode, among: ["auto", "min", "max"]),
            .init("strict", \.strict),
        ]

        var count = 0
        var share = 0.5
        var most: Double? = 1
        var mode = "auto"
        var strict = false
    }

    @Test(arguments: [
        "sample(count=3)", "sample(count=3, share=0.25, most=none, mode=min, strict=true)",
        "sample(count=3, most=2.5)",
    ])
    func `is read back from its text`(text: String) throws {
        #expect(try Sample(text: text).text == text)
    }

    @Test func `takes arguments by their place, too, and leaves out what is the default`() throws {
        #expect(try Sample(text: "sample(3, 0.5, 1, auto, false)").text == "sample(count=3)")
    }

    @Test func `misses what it must be told`() {
        #expect(throws: TermError.missingArgument("count", of: "sample")) { try Sample(text: "sample") }
    }

    @Test(arguments: [
        ("sample(count=1.5)", "a whole number"), ("sample(count=none)", "a whole number"),
        ("sample(1, share=none)", "a number"), ("sample(1, most=x)", "a number or none"),
        ("sample(1, mode=2)", "a word"), ("sample(1, strict=1)", "true or false"),
    ])
    func `says what it expected`(text: String, expected: String) {
        let error = #expect(throws: TermError.self) { try Sample(text: text) }
        #expect(error?.description.contains("must be \(expected)") == true)
    }

    @Test func `says what is wrong with its settings`() throws {
        let problems = try Sample(text: "sample(0, share=1, most=-1, mode=maximum)").settingProblems
        #expect(
            problems == [
                "The count of sample is 0; make it at least 1.",
                "The share of sample is 1; make it from 0 to less than 1.",
                "The most of sample is -1; make it a positive number, or none.",
                "The mode of sample is maximum; make it one of auto, min, max.",
            ])
        #expect(try Sample(text: "sample(1, most=none)").settingProblems.isEmpty)
    }
}
