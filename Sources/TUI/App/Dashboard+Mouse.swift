extension Dashboard {
    /// Takes a press of a mouse button, or a turn of the wheel, over a cell.
    mutating func touch(_ point: Point, _ button: MouseButton) -> [Effect] {
        switch button {
        case .wheelUp: return turnWheel(.up, at: point)
        case .wheelDown: return turnWheel(.down, at: point)
        case .left, .middle, .right: break
        }
        showsTour = false
        switch overlay {
        case .menu(var menu):
            if let place = MenuOverlay.item(of: menu, at: point, size) {
                menu.position.go(
                    to: place, count: menu.items.count, visible: MenuOverlay.rows(menu, size))
                overlay = .menu(menu)
                return accept()
            }
            return MenuOverlay.covers(menu, point, size) ? [] : follow(point) ?? perform(.back)
        case .help, .prompt, .confirmQuit: return follow(point) ?? perform(.back)
        case nil: break
        }
        notice = nil
        if button == .left, let divider = layout.divider(at: point) { dragged = divider }
        if let pane = layout.pane(at: point) { focus = pane }
        if focus == .curves, dragged == nil { readCurves(at: point) }
        return follow(point) ?? []
    }

    /// Does what the screen promises at a place; `nil` where nothing is promised.
    private mutating func follow(_ point: Point) -> [Effect]? {
        guard let link = draw().link(at: point) else { return nil }
        return link.command.map { perform($0) } ?? []
    }

    private mutating func turnWheel(_ motion: Motion, at point: Point) -> [Effect] {
        if overlay != nil { return (0..<3).flatMap { _ in perform(.move(motion)) } }
        guard let pane = layout.pane(at: point) else { return [] }
        if pane == .curves, !curves.isTable {
            zoomCurves(motion, at: point)
            return []
        }
        for _ in 0..<3 { move(motion, in: pane) }
        return []
    }

    /// Moves the line that is held.
    mutating func drag(to point: Point) {
        guard let dragged else {
            // Over a chart the place that is read follows the mouse.
            if overlay == nil, layout.pane(at: point) == .curves { readCurves(at: point) }
            return
        }
        layoutState.move(dragged.line, to: dragged.share(at: point))
        keepInView()
    }
}
