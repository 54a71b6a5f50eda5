/// Where everything stands on a screen of a given size.
///
/// From large to small: four panes, two, one. However small the screen is, one pane is there; the lines around it go
/// first.
struct Layout: Equatable {
    /// The line that says what runs on what.
    var header: Rect
    /// The line that names the panes, where not all are there.
    var tabs: Rect
    /// The panes that are there.
    var panes: [PaneID: Rect]
    /// The line of messages and keys.
    var footer: Rect

    init(_ size: Size, focus: PaneID, isZoomed: Bool) {
        var rest = Rect(size)
        (header, rest) = rest.splitTop(size.rows >= 5 ? 1 : 0)
        (rest, footer) = rest.splitBottom(size.rows >= 4 ? 1 : 0)
        tabs = Rect(0, 0, 0, 0)
        if !isZoomed, size.columns >= 110, size.rows >= 32 {
            panes = Self.four(in: rest)
            return
        }
        (tabs, rest) = rest.splitTop(size.rows >= 12 ? 1 : 0)
        let isPair =
            !isZoomed && (size.columns >= 110 && size.rows >= 20 || size.columns >= 60 && size.rows >= 44)
        panes = isPair ? Self.two(focus, in: rest) : [focus: rest]
    }

    /// Data over model at the left, curves over the inspector at the right.
    private static func four(in area: Rect) -> [PaneID: Rect] {
        let (left, right) = area.splitLeft(area.columns * 45 / 100)
        // The model has about as many lines on any screen; the samples take what is left.
        let modelRows = min(max(16, area.rows * 36 / 100), 18)
        let (data, model) = left.splitBottom(modelRows)
        let (curves, inspector) = right.splitTop(max(area.rows - 26, area.rows * 3 / 5))
        return [.data: data, .model: model, .curves: curves, .inspector: inspector]
    }

    /// The pane in focus and its companion, always in the same places.
    private static func two(_ focus: PaneID, in area: Rect) -> [PaneID: Rect] {
        let isWide = area.columns >= 110
        let (first, second) =
            isWide ? area.splitLeft(area.columns / 2) : area.splitTop(area.rows / 2)
        let order =
            focus.number < focus.companion.number ? (focus, focus.companion) : (focus.companion, focus)
        return [order.0: first, order.1: second]
    }

    /// The pane at a place.
    func pane(at point: Point) -> PaneID? {
        panes.first { $0.value.contains(point) }?.key
    }
}
