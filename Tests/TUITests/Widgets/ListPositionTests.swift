import Testing

@testable import TUI

@Suite struct `A position in a list` {
    @Test func `moves by rows, pages and ends`() {
        var list = ListPosition()
        func expect(_ motion: Motion, _ cursor: Int, _ top: Int) {
            list.move(motion, count: 100, visible: 10)
            #expect(list.cursor == cursor)
            #expect(list.top == top)
        }
        expect(.up, 0, 0)
        expect(.down, 1, 0)
        expect(.pageDown, 10, 1)
        expect(.pageDown, 19, 10)
        expect(.pageUp, 10, 10)
        expect(.up, 9, 9)
        expect(.end, 99, 90)
        expect(.down, 99, 90)
        expect(.left, 99, 90)
        expect(.home, 0, 0)
    }

    @Test(arguments: [-5, 0, 1, 3, 50], [-1, 0, 1, 7, 60])
    func `always shows its row, and no emptiness that it could avoid`(count: Int, visible: Int) {
        var list = ListPosition()
        for row in [-10, 0, 2, 49, 1000] {
            list.go(to: row, count: count, visible: visible)
            #expect(0..<max(1, count) ~= list.cursor)
            #expect(list.top..<list.top + max(1, visible) ~= list.cursor)
            #expect(list.top == 0 || list.top + max(1, visible) <= count)
        }
    }

    @Test func `follows a list that has become shorter`() {
        var list = ListPosition()
        list.go(to: 99, count: 100, visible: 10)
        list.go(to: list.cursor, count: 5, visible: 10)
        #expect(list.cursor == 4)
        #expect(list.top == 0)
    }
}
