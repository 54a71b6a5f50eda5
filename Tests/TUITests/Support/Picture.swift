@testable import TUI

/// A screen as text that can be read in a diff: its letters, how they are meant, and a legend.
///
/// The second grid has a letter where the first has a style other than plain text. Shaded cells are drawn once more
/// as pixels, two a cell: `0` to `W` from cold to hot, `a` to `h` for groups, `i` to `y`
/// for greys.
struct Picture: CustomStringConvertible {
    private let canvas: Canvas
    /// The names of the styles that occur; empty for plain text.
    private let names: [Style: String]

    private init(_ canvas: Canvas, name: (Style) -> String) {
        self.canvas = canvas
        var names: [Style: String] = [:]
        var last: Style?
        for cell in canvas.cells where cell.style != last {
            names[cell.style] = names[cell.style] ?? name(cell.style)
            last = cell.style
        }
        self.names = names
    }

    /// A picture of what the cells are meant as.
    init(_ canvas: Canvas) {
        self.init(canvas) { $0.isPlain ? "" : $0.words }
    }

    /// A picture of what a terminal without colours shows.
    init(monochrome canvas: Canvas) {
        let palette = Palette(.dark, depth: .none)
        self.init(canvas) { palette[$0].attributes.names }
    }

    /// The picture in lines.
    var description: String {
        var lines = canvas.lines
        let letters = letters
        let signs = names.compactMapValues { letters[$0] }
        if !letters.isEmpty {
            lines.append("---")
            for row in 0..<canvas.size.rows {
                lines.append(trimmed(canvas.row(row).map { signs[$0.style] ?? " " }))
            }
        }
        if canvas.cells.contains(where: { $0.style.shading != nil && names[$0.style] != "" }) {
            lines.append("---")
            for row in 0..<canvas.size.rows {
                lines.append(trimmed(canvas.row(row).map { $0.style.pixels.upper }))
                lines.append(trimmed(canvas.row(row).map { $0.style.pixels.lower }))
            }
        }
        let legend = letters.map { "\($0.value) \($0.key)" }.sorted()
        if !legend.isEmpty { lines += ["---"] + legend }
        if let cursor = canvas.cursor { lines.append("cursor at \(cursor.column), \(cursor.row)") }
        return lines.joined(separator: "\n") + "\n"
    }

    private func trimmed(_ letters: [Character]) -> String {
        String(letters[..<(letters.lastIndex { $0 != " " }.map { $0 + 1 } ?? 0)])
    }

    /// A letter for each style that occurs: where it can be, one of the style's name, so that letters stay the same
    /// when other styles come and go.
    private var letters: [String: Character] {
        var letters: [String: Character] = [:]
        for name in Set(names.values).sorted(by: { ($0.count, $0) < ($1.count, $1) })
        where !name.isEmpty {
            let own = name.filter(\.isLetter)
            let choices = own.lowercased() + own.uppercased() + "0123456789abcdefghijklmnopqrstuvwxyz?"
            letters[name] = choices.first { !letters.values.contains($0) } ?? "?"
        }
        return letters
    }
}

extension Style {
    fileprivate var isPlain: Bool { self == Style() }

    /// The style in words: `label`, `text on selection bold`, `shaded`.
    fileprivate var words: String {
        if case .halves = shading { return "shaded" }
        let ground = surface == .background ? "" : " on \(surface)"
        let shade = shading == nil ? "" : " on shade"
        return "\(role)\(ground)\(shade)\(attributes.isEmpty ? "" : " " + attributes.names)"
    }

    /// The letters of the shades that fill the two halves of a cell.
    fileprivate var pixels: (upper: Character, lower: Character) {
        switch shading {
        case .halves(let upper, let lower): (upper.letter, lower.letter)
        case .ground(let shade): (shade.letter, shade.letter)
        case nil: (" ", " ")
        }
    }
}

extension Shade {
    fileprivate var letter: Character {
        let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWabcdefghijklmnopqrstuvwxy")
        return letters.indices.contains(Int(index)) ? letters[Int(index)] : "?"
    }
}

extension Attributes {
    /// The names of those that are in it.
    fileprivate var names: String {
        let all: [(Attributes, String)] = [
            (.bold, "bold"), (.underline, "underline"), (.reverse, "reverse"), (.dim, "dim"),
            (.italic, "italic"),
        ]
        return all.filter { contains($0.0) }.map(\.1).joined(separator: " ")
    }
}
