/// The elements of a drawing, gathered cell by cell: grounds and blocks, lines and dots, words.
struct SVGDrawing {
    /// A way to fill shapes; shapes that are filled alike make one element.
    private struct Fill: Hashable {
        var color: Color
        var strength: Double
    }
    /// A pen; lines that are drawn with one make one element.
    private struct Pen: Hashable {
        var color: Color
        var width: Double
        var isRound = false
        var strength: Double
    }
    /// Letters that look alike.
    private struct Hand: Hashable {
        var color: Color
        var attributes: Attributes
    }
    /// A word on its way, or several with single spaces between.
    private struct Run {
        var hand: Hand
        var column: Int
        var text: String
        var columns: Int
        /// Tells whether a space is waiting for another word.
        var hasSpace = false
    }

    private let paper: Color
    private var row = 0
    private var run: Run?
    private var fills = Gathered<Fill, CellShape.Box>()
    private var lines = Gathered<Pen, String>()
    private var words = Gathered<Hand, String>()
    /// By height in the row: a line from side to side that may continue in the next cell.
    private var levels: [Double: (pen: Pen, start: Int, end: Int)] = [:]

    /// Begins a drawing on a ground.
    init(paper: Color) { self.paper = paper }

    /// Continues with another row.
    mutating func begin(row: Int) {
        endRow()
        self.row = row
    }

    /// Draws a cell.
    mutating func add(_ character: Character, at column: Int, _ style: SeenStyle) {
        let strength = style.attributes.contains(.dim) ? 0.6 : 1.0
        if style.ground != paper {
            fill([.init(0, 0, 8, 8)], at: column, Fill(color: style.ground, strength: 1))
        }
        if style.attributes.contains(.underline) {
            line(
                Pen(color: style.letters, width: 1, strength: strength), at: column, 16.5)
        }
        switch CellShape(character) {
        case .boxes(let boxes, let part):
            fill(boxes, at: column, Fill(color: style.letters, strength: strength * part))
        case .dots(let pattern):
            dots(
                pattern, at: column, Pen(color: style.letters, width: 3.6, isRound: true, strength: strength))
        case .lines(let shape):
            let isHeavy = shape.isHeavy || style.attributes.contains(.bold)
            draw(shape, at: column, Pen(color: style.letters, width: isHeavy ? 2 : 1, strength: strength))
        case nil: write(character, at: column, style)
        }
    }

    /// All that was drawn, what lies below first.
    var elements: [String] {
        var drawing = self
        drawing.endRow()
        return drawing.finished
    }

    private mutating func endRow() {
        endRun()
        for height in levels.keys.sorted() { endLevel(at: height) }
    }

    // MARK: - Shapes

    private mutating func fill(_ boxes: [CellShape.Box], at column: Int, _ fill: Fill) {
        for box in boxes {
            let (x, y) = (column * 8, row * 8)
            let placed = CellShape.Box(box.left + x, box.top + y, box.right + x, box.bottom + y)
            fills.update(fill) { boxes in
                // A box that touches the last one at its right makes it wider.
                guard let last = boxes.last, last.right == placed.left, last.top == placed.top,
                    last.bottom == placed.bottom
                else { return boxes.append(placed) }
                boxes[boxes.count - 1].right = placed.right
            }
        }
    }

    private mutating func dots(_ pattern: UInt8, at column: Int, _ pen: Pen) {
        // Unicode numbers the dots column by column, the two lowest last.
        let places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
        for (bit, place) in places.enumerated() where pattern >> bit & 1 == 1 {
            let x = Double(column * SVG.cell.width) + 2.25 + 4.5 * Double(place.0)
            let y = Double(row * SVG.cell.height) + 2.25 + 4.5 * Double(place.1)
            // A round pen that is put down and lifted leaves a dot.
            lines.update(pen) { $0.append("M\(x.short) \(y.short)h0") }
        }
    }

    private mutating func draw(_ shape: CellLines, at column: Int, _ pen: Pen) {
        let (left, top) = (Double(column * SVG.cell.width), Double(row * SVG.cell.height))
        let (width, height) = (Double(SVG.cell.width), Double(SVG.cell.height))
        // Half pixels, where lines of one pixel are sharp; heavy ones are half as far from there.
        let (x, y) = (left + 4.5, top + 8.5)
        if shape.dashes == 1, shape.left, shape.right {
            line(pen, at: column, 8.5)
        }
        var path = ""
        if shape.dashes > 1 {
            let length = (shape.left ? width : height) / Double(shape.dashes)
            for dash in 0..<shape.dashes {
                let start = (Double(dash) + 0.2) * length
                path +=
                    shape.left
                    ? "M\((left + start).short) \(y.short)h\((0.6 * length).short)"
                    : "M\(x.short) \((top + start).short)v\((0.6 * length).short)"
            }
        } else if shape.isRound {
            let (side, end) = (shape.left ? left : left + width, shape.up ? top : top + height)
            let bend = shape.up ? y - 4.5 : y + 4.5
            path = "M\(x.short) \(end.short)V\(bend.short)Q\(x.short) \(y.short) \(side.short) \(y.short)"
        } else {
            if shape.left != shape.right {
                path += "M\((shape.left ? left : left + width).short) \(y.short)H\(x.short)"
            }
            if shape.up || shape.down {
                path += "M\(x.short) \((shape.up ? top : y).short)V\((shape.down ? top + height : y).short)"
            }
        }
        if !path.isEmpty { lines.update(pen) { $0.append(path) } }
    }

    /// A line from side to side; what touches the last one makes it longer.
    private mutating func line(_ pen: Pen, at column: Int, _ height: Double) {
        if let level = levels[height], level.pen == pen, level.end == column {
            levels[height]?.end = column + 1
        } else {
            endLevel(at: height)
            levels[height] = (pen, column, column + 1)
        }
    }

    private mutating func endLevel(at height: Double) {
        guard let (pen, start, end) = levels.removeValue(forKey: height) else { return }
        let y = Double(row * SVG.cell.height) + height
        lines.update(pen) { paths in
            paths.append("M\(start * SVG.cell.width) \(y.short)h\((end - start) * SVG.cell.width)")
        }
    }

    // MARK: - Words

    private mutating func write(_ character: Character, at column: Int, _ style: SeenStyle) {
        if character == Cell.rightHalf { return }
        if character == " " {
            guard let run else { return }
            if run.hasSpace { endRun() } else { self.run?.hasSpace = true }
            return
        }
        let hand = Hand(color: style.letters, attributes: style.attributes.subtracting(.underline))
        let width = character.columns
        // Characters that many fonts lack come from another font, with another width: they stay alone.
        let isPlain = width == 1 && character.unicodeScalars.allSatisfy { $0.value < 0x2100 }
        // A frame or a curve between two words parts them.
        if isPlain, let run, run.hand == hand, run.column + run.columns + (run.hasSpace ? 1 : 0) == column {
            self.run?.text += (run.hasSpace ? " " : "") + String(character)
            self.run?.columns += run.hasSpace ? 2 : 1
            self.run?.hasSpace = false
            return
        }
        endRun()
        run = Run(hand: hand, column: column, text: String(character), columns: width)
        if !isPlain { endRun() }
    }

    private mutating func endRun() {
        guard let run else { return }
        let (x, y) = (run.column * SVG.cell.width, Double(row * SVG.cell.height) + 13.5)
        // Holds the columns where the font is another one.
        let length = run.columns > 1 ? " textLength=\"\(run.columns * SVG.cell.width)\"" : ""
        words.update(run.hand) {
            $0.append("<text x=\"\(x)\" y=\"\(y.short)\"\(length)>\(run.text.escapedForXML)</text>")
        }
        self.run = nil
    }

    // MARK: - Elements

    private var finished: [String] {
        let filled = fills.map { fill, boxes in
            let path = boxes.map { box in
                let (x, y) = (Double(box.left) * 9 / 8, Double(box.top) * 18 / 8)
                let (right, bottom) = (Double(box.right) * 9 / 8, Double(box.bottom) * 18 / 8)
                return "M\(x.short) \(y.short)H\(right.short)V\(bottom.short)H\(x.short)z"
            }
            return
                "<path fill=\"\(fill.color.hex)\"\(Self.opacity(fill.strength, of: "fill")) d=\"\(path.joined())\"/>"
        }
        let drawn = lines.map { pen, paths in
            "<path stroke=\"\(pen.color.hex)\" stroke-width=\"\(pen.width.short)\""
                + (pen.isRound ? " stroke-linecap=\"round\"" : "")
                + "\(Self.opacity(pen.strength, of: "stroke")) d=\"\(paths.joined())\"/>"
        }
        let written = words.map { hand, texts in
            let attributes = hand.attributes
            return
                "<g fill=\"\(hand.color.hex)\"" + (attributes.contains(.bold) ? " font-weight=\"bold\"" : "")
                + (attributes.contains(.italic) ? " font-style=\"italic\"" : "")
                + Self.opacity(attributes.contains(.dim) ? 0.6 : 1, of: "fill") + ">\(texts.joined())</g>"
        }
        // Without smoothing, what touches has no seam.
        let grounds = filled.isEmpty ? [] : ["<g shape-rendering=\"crispEdges\">"] + filled + ["</g>"]
        return grounds + (drawn.isEmpty ? [] : ["<g fill=\"none\">"] + drawn + ["</g>"]) + written
    }

    private static func opacity(_ strength: Double, of what: String) -> String {
        strength == 1 ? "" : " \(what)-opacity=\"\(strength.short)\""
    }
}

/// Things by kind, in the order in which the kinds came up.
private struct Gathered<Kind: Hashable, Thing> {
    private var places: [Kind: Int] = [:]
    private var things: [(kind: Kind, all: [Thing])] = []

    mutating func update(_ kind: Kind, _ change: (inout [Thing]) -> Void) {
        if let place = places[kind] { return change(&things[place].all) }
        places[kind] = things.count
        var all: [Thing] = []
        change(&all)
        things.append((kind, all))
    }

    func map(_ text: (Kind, [Thing]) -> String) -> [String] { things.map { text($0.kind, $0.all) } }
}

extension Double {
    /// The number with three decimals at most, and no zeros at the end.
    fileprivate var short: String {
        let thousandths = Int((self * 1000).rounded())
        let (whole, rest) = (abs(thousandths) / 1000, abs(thousandths) % 1000)
        var digits = rest == 0 ? "" : "." + String(1000 + rest).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return (thousandths < 0 ? "-" : "") + String(whole) + digits
    }
}
