import Testing

@testable import TUI

@Suite struct `The points of a curve` {
    private let even = CurvePoints([9, 8, 7, 6], at: .even(first: 1, step: 1))
    private let listed = CurvePoints([9, 8, 7, 6], at: .listed([0.5, 2, 2.5, 10]))

    @Test(
        arguments: [
            (-.infinity, 0), (0.0, 0), (1, 0), (1.5, 1), (4, 3), (4.1, 4), (.infinity, 4), (.nan, 4),
        ] as [(Double, Int)])
    func `know the first one from a place on`(x: Double, index: Int) {
        #expect(even.firstIndex(from: x) == index)
    }

    @Test(arguments: [(0.0, 0), (1.3, 1), (1.2, 0), (2.2, 1), (2.4, 2), (7, 3), (99, 3)])
    func `know the nearest to a place`(x: Double, index: Int) {
        #expect(listed.nearest(to: x) == index)
    }

    @Test func `lose those before a place`() {
        #expect(listed.from(2) == CurvePoints([8, 7, 6], at: .listed([2, 2.5, 10])))
        #expect(even.from(2.5).x(0) == 3)
        #expect(even.from(99).count == 0)
        #expect(CurvePoints([]).nearest(to: 1) == nil)
    }

    @Test func `are no more than have a place`() {
        #expect(CurvePoints([1, 2, 3], at: .listed([1, 2])).count == 2)
    }
}

@Suite struct `A band of mean and deviation` {
    @Test func `has the mean and the deviation over one less`() throws {
        let curves = [[1.0, 2, 5], [3, 2, 7], [5, 2, 9]].map { CurvePoints($0) }
        let band = try #require(CurveBand(of: curves))
        #expect(band.mean.values == [3, 2, 7])
        #expect(band.lower.values == [1, 2, 5])
        #expect(band.upper.values == [5, 2, 9])
    }

    @Test func `passes over what is no number, and ends where one curve is left`() throws {
        let curves = [[1, .nan, 5, 9], [3, 2, 7], [.infinity, 4, 6]].map { CurvePoints($0) }
        let band = try #require(CurveBand(of: curves))
        #expect(Array(band.mean.values.prefix(3)) == [2, 3, 6])
        #expect(band.mean.values[3].isNaN)
    }

    @Test func `needs two curves`() {
        #expect(CurveBand(of: [CurvePoints([1, 2])]) == nil)
        #expect(CurveBand(of: [CurvePoints([]), CurvePoints([])]) == nil)
    }
}
