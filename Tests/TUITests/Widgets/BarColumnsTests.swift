import Testing

@testable import TUI

@Suite struct `Bars in columns` {
    private func items(_ count: Int) -> [BarColumns.Item] {
        (0..<count).map {
            .init(
                number: $0, name: "fruit \($0)", share: Double($0) / Double(count), value: "\($0).0",
                role: .bar)
        }
    }

    @Test(arguments: [(120, 12), (80, 23), (60, 16), (40, 23)])
    func `are all shown where they fit`(columns: Int, rows: Int) {
        var canvas = Canvas(Size(columns, rows))
        BarColumns(items: items(46)).draw(in: canvas.bounds, on: &canvas, .braille)
        let text = canvas.lines.joined(separator: "\n")
        for number in 0..<46 { #expect(text.contains("\(number).0"), "\(number) at \(columns)×\(rows)") }
        #expect(BarColumns.capacity(canvas.bounds, showsAll: true) >= 46)
    }

    @Test func `begin at the top asked for, but leave no room unused`() {
        var canvas = Canvas(Size(40, 5))
        BarColumns(items: items(46), top: 10, showsAll: false).draw(in: canvas.bounds, on: &canvas, .braille)
        #expect(canvas.lines.first?.contains("fruit 10") == true)
        canvas = Canvas(Size(40, 5))
        BarColumns(items: items(46), top: 1000, showsAll: false).draw(
            in: canvas.bounds, on: &canvas, .braille)
        #expect(canvas.lines.last?.contains("fruit 45") == true)
    }

    @Test func `stay in their area at any size`() {
        for columns in 0..<50 {
            for rows in 0..<6 {
                var canvas = Canvas(Size(60, 10))
                BarColumns(items: items(46)).draw(in: Rect(2, 2, columns, rows), on: &canvas, .ascii)
                canvas.fill(Rect(2, 2, columns, rows))
                #expect(canvas == Canvas(Size(60, 10)), "\(columns)×\(rows)")
            }
        }
    }
}
