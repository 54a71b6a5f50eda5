/// A screen, or a part of it, as a drawing in Scalable Vector Graphics.
///
/// Cells have one size in every font: frames, blocks and braille are shapes that join without gaps, and each
/// word is held to its columns. Shapes of one colour are one path, so that a full screen takes tens of
/// kilobytes.
public struct SVG: Equatable, Sendable {
    /// The file's text.
    public let text: String
    /// The drawing's size, in pixels.
    public let width, height: Int

    /// The size of a cell: the font is as large as makes its letters this wide, and its lines 1.2 times as high.
    static let cell = (width: 9, height: 18)
    /// Between the window's edge and the first cell.
    static let margin = 14
    private static let corner = 8
    /// The first four have letters 0.602 times as wide as the font is high.
    private static let font =
        "font-family=\"'DejaVu Sans Mono','Bitstream Vera Sans Mono',Menlo,'Liberation Mono',Consolas,monospace\" "
        + "font-size=\"14.95\""

    /// Draws a part of a screen.
    ///
    /// - Parameters:
    ///   - canvas: The screen.
    ///   - area: The part; all of it if `nil`.
    ///   - theme: The theme that gives it colours.
    ///   - title: A description of the picture, for those who can't see it.
    public init(_ canvas: Canvas, in area: Rect? = nil, theme: Theme, title: String? = nil) {
        let area = (area ?? canvas.bounds).intersection(canvas.bounds)
        let (columns, rows) = (max(0, area.right - area.left), max(0, area.bottom - area.top))
        width = columns * Self.cell.width + 2 * Self.margin
        height = rows * Self.cell.height + 2 * Self.margin

        var drawing = SVGDrawing(paper: theme.paper)
        var known: [Style: SeenStyle] = [:]
        for row in 0..<rows {
            drawing.begin(row: row)
            for column in 0..<columns {
                let cell = canvas[area.left + column, area.top + row]
                let seen = known[cell.style] ?? SeenStyle(cell.style, theme)
                known[cell.style] = seen
                var character = cell.character
                if case .halves = cell.style.shading { character = "▀" }
                // A wide character that the area's edge cuts through is left out.
                if character.columns == 2, column + 1 == columns { character = " " }
                drawing.add(character, at: column, seen)
            }
        }

        let paper = theme.paper
        let edge = paper.mixed(with: Color(paper.luminance < 0.2 ? 0xFFFFFF : 0x000000), 0.2)
        let size = "width=\"\(width)\" height=\"\(height)\""
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size) viewBox=\"0 0 \(width) \(height)\" role=\"img\">"
        ]
        if let title { lines.append("<title>\(title.escapedForXML)</title>") }
        lines.append(
            "<rect x=\"0.5\" y=\"0.5\" width=\"\(width - 1)\" height=\"\(height - 1)\" rx=\"\(Self.corner)\" "
                + "fill=\"\(paper.hex)\" stroke=\"\(edge.hex)\"/>")
        lines.append("<g transform=\"translate(\(Self.margin) \(Self.margin))\" \(Self.font)>")
        lines += drawing.elements
        lines.append("</g>")
        lines.append("</svg>")
        text = lines.joined(separator: "\n") + "\n"
    }
}

extension String {
    /// The text as it may stand between two tags.
    var escapedForXML: String {
        var escaped = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
