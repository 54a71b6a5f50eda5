import Testing

@testable import TUI

@Suite struct `Numbers as people read them` {
    @Test(arguments: [
        (1.005, 1, "1.0"), (0.95, 0, "1"), (9.996, 2, "10.00"), (0.05, 2, "0.05"), (-1.25, 1, "-1.3"),
        (-0.04, 1, "0.0"), (-0.0, 2, "0.00"), (2.999, 2, "3.00"), (1234.5, 0, "1235"),
        (1e11, 2, "100000000000.00"),
        (1e12, 1, "1e12"), (-3e15, 2, "-3e15"), (.nan, 2, "nan"), (-.infinity, 1, "-inf"),
        (1.797_693_134_862_315_7e308, 3, "1.8e308"), (.leastNonzeroMagnitude, 3, "0.000"),
        (0.1 + 0.2, 1, "0.3"),
    ])
    func `fixed places`(value: Double, places: Int, text: String) {
        #expect(Format.fixed(value, places) == text)
    }

    @Test(arguments: [1, 6, 12, 18, 30, 400])
    func `more places than a number has are not written`(places: Int) {
        let text = Format.fixed(123_456_789_012.25, places)
        #expect(text.hasPrefix("123456789012.") || places == 1)
        #expect(text.count <= 20)
    }

    @Test(arguments: [
        (0.0, "0"), (-0.0, "0"), (0.000_012, "1.2e-5"), (1, "1e0"), (9.96, "1e1"), (-12_345, "-1.2e4"),
        (.leastNonzeroMagnitude, "4.9e-324"), (-Double.leastNonzeroMagnitude, "-4.9e-324"),
        (2.3e-308, "2.3e-308"), (1e-200, "1e-200"),
        (1.7e308, "1.7e308"),
        (.nan, "nan"), (.infinity, "inf"),
    ])
    func `powers of ten`(value: Double, text: String) {
        #expect(Format.scientific(value) == text)
    }

    @Test(arguments: [
        (0.0, "0.0 %"), (0.9996, "100.0 %"), (0.4321, "43.2 %"), (.nan, "nan"), (.infinity, "inf"),
    ])
    func `shares in percent`(share: Double, text: String) {
        #expect(Format.percent(share) == text)
    }

    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1,000"), (-1000, "-1,000"), (-999, "-999"), (640_554, "640,554"),
        (1_234_567, "1,234,567"), (.max, "9,223,372,036,854,775,807"), (.min, "-9,223,372,036,854,775,808"),
    ])
    func `thousands apart`(number: Int, text: String) {
        #expect(Format.grouped(number) == text)
    }

    @Test(arguments: [
        (0.0, "0"), (999.4, "999"), (999.6, "1.0k"), (1000, "1.0k"), (9949, "9.9k"), (9960, "10k"),
        (126_000, "126k"),
        (999_400, "999k"), (999_600, "1.0M"), (1_310_000, "1.3M"), (2.5e9, "2.5G"), (5e13, "5e13"),
        (1e300, "1e300"),
        (-1500, "-1.5k"), (.nan, "nan"), (.infinity, "inf"),
    ])
    func `great numbers in three digits`(number: Double, text: String) {
        #expect(Format.short(number) == text)
    }

    @Test(arguments: [
        (0.0, "0.0 s"), (0.84, "0.8 s"), (9.94, "9.9 s"), (9.96, "10 s"), (59.4, "59 s"), (59.6, "1 min 0 s"),
        (3599.7, "1 h 0 min"), (7500, "2 h 5 min"), (1e300, "277777 h 46 min"), (.nan, "?"), (.infinity, "?"),
    ])
    func `times`(seconds: Double, text: String) {
        #expect(Format.seconds(seconds) == text)
    }

    @Test(arguments: [(0, "0 words"), (1, "1 word"), (2, "2 words"), (8982, "8,982 words")])
    func `counts with their nouns`(number: Int, text: String) {
        #expect(Format.count(number, "word", "words") == text)
    }

    @Test(arguments: [
        (0.001, 1, 0.002), (0.002, 1, 0.005), (0.005, 1, 0.01), (0.001, -1, 0.0005), (1, -1, 0.5),
        (0.003, 1, 0.005),
        (0.003, -1, 0.002), (5000, 1, 5000), (1e-9, -1, 1e-9), (0, 1, 0.001), (.nan, 1, 0.001),
    ])
    func `the next step up or down`(number: Double, direction: Int, next: Double) {
        #expect(Double(Format.neighbour(of: number, direction)) == next)
    }

    @Test func `padding counts columns`() {
        #expect("漢".leftPadded(4) == "  漢")
        #expect("漢".rightPadded(4) == "漢  ")
        #expect("long".leftPadded(2) == "long")
    }

    @Test(arguments: [
        (0.004, "0.00"), (-0.004, "0.00"), (0, "0.00"), (0.006, "+0.01"), (-0.006, "-0.01"), (.nan, "nan"),
    ])
    func `have a sign, but for what is rounded to nothing`(value: Double, text: String) {
        #expect(Format.signed(value, 2) == text)
    }
}
