import Testing

@testable import TUI

@Suite struct `A rectangle` {
    private let area = Rect(3, 5, 10, 4)

    @Test(arguments: [-2, 0, 1, 3, 4, 9])
    func `splits into rows without gap or overlap`(rows: Int) {
        let cut = min(4, max(0, rows))
        let (top, rest) = area.splitTop(rows)
        #expect(top == Rect(3, 5, 10, cut))
        #expect(rest == Rect(3, 5 + cut, 10, 4 - cut))
        let (remains, bottom) = area.splitBottom(rows)
        #expect(bottom == Rect(3, 9 - cut, 10, cut))
        #expect(remains == Rect(3, 5, 10, 4 - cut))
    }

    @Test(arguments: [-2, 0, 1, 10, 11])
    func `splits into columns without gap or overlap`(columns: Int) {
        let cut = min(10, max(0, columns))
        let (left, rest) = area.splitLeft(columns)
        #expect(left == Rect(3, 5, cut, 4))
        #expect(rest == Rect(3 + cut, 5, 10 - cut, 4))
    }

    @Test func `meets another where both are`() {
        #expect(area.intersection(Rect(0, 0, 5, 6)) == Rect(3, 5, 2, 1))
        #expect(area.intersection(Rect(13, 5, 5, 5)).isEmpty)
        #expect(area.intersection(area) == area)
        #expect(area.contains(Point(12, 8)))
        #expect(area.contains(Point(13, 8)) == false)
        #expect(area.contains(Point(12, 9)) == false)
    }

    @Test func `is never smaller than nothing`() {
        #expect(area.inset(columns: 6, rows: 3).isEmpty)
        #expect(Rect(0, 0, -4, 5).columns == 0)
    }

    @Test func `has a middle`() {
        #expect(area.centered(Size(4, 2)) == Rect(6, 6, 4, 2))
        #expect(area.centered(Size(40, 40)) == area)
    }
}
