/// The places of everything on a screen of a given size.
///
/// From large to small: two columns of panes, two panes, one. Even the smallest screen shows one pane; the
/// lines around it go first.
public struct Layout: Equatable {
    /// A line between panes that can be moved.
    public enum Line: String, CaseIterable, Sendable {
        /// Between the columns.
        case columns
        /// Between the panes of the left column, and of the right one.
        case left, right
        /// Between two panes, one above the other.
        case stack
        /// Above the log.
        case log
    }

    /// A line between panes, where it stands.
    struct Divider: Equatable {
        var line: Line
        /// The cells that a mouse can take hold of.
        var area: Rect
        /// The area that it divides.
        var whole: Rect
        /// Tells whether it runs from top to bottom.
        var isUpright: Bool

        /// The share of the first part if the line were at a place.
        func share(at point: Point) -> Double {
            isUpright
                ? Double(point.column - whole.left) / Double(max(1, whole.columns))
                : Double(point.row - whole.top) / Double(max(1, whole.rows))
        }
    }

    /// The line that says what runs on what.
    var header: Rect
    /// The line that names the panes, where not all are shown.
    var tabs: Rect
    /// The panes that are shown.
    private(set) var panes: [PaneID: Rect] = [:]
    /// The line of messages and keys.
    var footer: Rect
    /// The lines that can be moved.
    private(set) var dividers: [Divider] = []

    private let shares: [Line: Double]

    init(_ size: Size, focus: PaneID, state: LayoutState) {
        shares = state.shares
        var rest = Rect(size)
        (header, rest) = rest.splitTop(size.rows >= 5 ? 1 : 0)
        (rest, footer) = rest.splitBottom(size.rows >= 4 ? 1 : 0)
        tabs = Rect(0, 0, 0, 0)
        let wanted = PaneID.allCases.filter { !state.hidden.contains($0) || $0 == focus }
        let isLarge = size.columns >= 110 && size.rows >= 32
        // A person who has taken panes away must see their names.
        let isWhole =
            isLarge && !state.isZoomed && state.hidden.isSubset(of: [.log, .results])
            && state.hidden.contains(.results)
        if !isWhole { (tabs, rest) = rest.splitTop(size.rows >= 12 ? 1 : 0) }
        if state.isZoomed {
            panes = [focus: rest]
        } else if isLarge {
            placeColumns(focus, wanted, in: rest)
        } else {
            placePair(focus, wanted, size, in: rest)
        }
    }

    // MARK: Arrangements

    /// Data over model at the left, curves over the inspector at the right, the log below.
    private mutating func placeColumns(_ focus: PaneID, _ wanted: [PaneID], in area: Rect) {
        var area = area
        if wanted.contains(.log), wanted.count > 1 {
            let rows = area.rows - min(max(6, area.rows / 5), 12)
            (area, panes[.log]) = divide(area, .log, standard: rows, least: 6)
        } else if wanted.contains(.log) {
            panes[.log] = area
            return
        }
        let left = wanted.filter { [.data, .model].contains($0) }
        // The results of all samples need the room of both panes at the right, unless one of those is in focus.
        let isForResults = wanted.contains(.results) && ![.curves, .inspector].contains(focus)
        let right = isForResults ? [.results] : wanted.filter { [.curves, .inspector].contains($0) }
        guard !left.isEmpty, !right.isEmpty else {
            place(left + right, .left, in: area)
            return
        }
        let (first, second) = divide(area, .columns, standard: area.columns * 45 / 100, least: 30)
        place(left, .left, in: first)
        place(right, .right, in: second)
    }

    private mutating func place(_ column: [PaneID], _ line: Line, in area: Rect) {
        guard let upper = column.first, let lower = column.last, upper != lower else {
            if let only = column.first { panes[only] = area }
            return
        }
        // The model has about as many lines on any screen; the samples take what is left.
        let rows =
            upper == .data
            ? area.rows - min(max(16, area.rows * 36 / 100), 18) : max(area.rows - 26, area.rows * 3 / 5)
        (panes[upper], panes[lower]) = divide(area, line, standard: rows, least: 5)
    }

    /// The pane in focus and its companion, always in the same places.
    private mutating func placePair(_ focus: PaneID, _ wanted: [PaneID], _ size: Size, in area: Rect) {
        let isWide = size.columns >= 110 && size.rows >= 20
        let isTall = size.columns >= 60 && size.rows >= 44
        guard isWide || isTall, wanted.contains(focus.companion) else {
            panes = [focus: area]
            return
        }
        let (first, second) =
            isWide
            ? divide(area, .columns, standard: area.columns / 2, least: 30)
            : divide(area, .stack, standard: area.rows / 2, least: 6)
        let order =
            focus.number < focus.companion.number ? (focus, focus.companion) : (focus.companion, focus)
        panes = [order.0: first, order.1: second]
    }

    /// Divides an area by a line, where a person has put it or where it stands at first.
    private mutating func divide(_ area: Rect, _ line: Line, standard: Int, least: Int) -> (Rect, Rect) {
        let isUpright = line == .columns
        let whole = isUpright ? area.columns : area.rows
        let place = shares[line].map { Int(($0 * Double(whole)).rounded()) } ?? standard
        let cut = max(min(least, whole / 2), min(whole - min(least, whole / 2), place))
        let (first, second) = isUpright ? area.splitLeft(cut) : area.splitTop(cut)
        let grip =
            isUpright
            ? Rect(second.left - 1, area.top, 2, area.rows) : Rect(area.left, second.top - 1, area.columns, 2)
        dividers.append(
            Divider(line: line, area: grip.intersection(area), whole: area, isUpright: isUpright))
        return (first, second)
    }

    // MARK: Looking up

    /// The pane at a place.
    func pane(at point: Point) -> PaneID? {
        panes.first { $0.value.contains(point) }?.key
    }

    /// The line at a place that can be moved.
    func divider(at point: Point) -> Divider? {
        // The one that runs to the side of a pane wins where two meet: it is harder to hit.
        dividers.filter { $0.area.contains(point) }.max { !$0.isUpright && $1.isUpright }
    }

    /// The line that gives a pane more room in one direction when it moves; `nil` where none does.
    ///
    /// - Parameters:
    ///   - pane: The pane.
    ///   - isUpright: The pane is to become wider; else taller.
    /// - Returns: The line, and true if the pane is its first part.
    func edge(of pane: PaneID, isUpright: Bool) -> (divider: Divider, isFirst: Bool)? {
        guard let area = panes[pane] else { return nil }
        for divider in dividers.reversed() where divider.isUpright == isUpright {
            let middle = isUpright ? divider.area.left + 1 : divider.area.top + 1
            let touches =
                isUpright
                ? area.right == middle || area.left == middle : area.bottom == middle || area.top == middle
            let overlaps = !divider.area.intersection(area).isEmpty
            if touches, overlaps {
                return (divider, isUpright ? area.right == middle : area.bottom == middle)
            }
        }
        return nil
    }
}
