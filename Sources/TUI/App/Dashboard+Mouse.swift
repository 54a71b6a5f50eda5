extension Dashboard {
    /// Takes a press of a mouse button, or a turn of the wheel, over a cell.
    mutating func touch(_ point: Point, _ button: MouseButton) -> [Effect] {
        switch button {
        case .wheelUp: return turnWheel(.up, at: point)
        case .wheelDown: return turnWheel(.down, at: point)
        case .left, .middle, .right: break
        }
        // Other buttons mean nothing: a slip must not start or end anything.
        dragged = nil
        guard button == .left else { return [] }
        switch overlay {
        case .menu(var menu):
            if let place = MenuOverlay.item(of: menu, at: point, size) {
                menu.position.go(
                    to: place, count: menu.items.count, visible: MenuOverlay.rows(menu, size))
                overlay = .menu(menu)
                return accept()
            }
            return MenuOverlay.covers(menu, point, size) ? [] : touchBeside(point)
        case .lesson: return draw().link(at: point)?.command.map { perform($0) } ?? []
        case .help, .prompt, .confirmQuit: return touchBeside(point)
        case nil: break
        }
        // Looked up first: panes may move once another one is in focus.
        let command = draw().link(at: point)?.command
        if isTourSeen {
            showsTour = false
            // A click on the tour closes it and does no more.
            if command == .back { return [] }
        } else {
            notice = nil
        }
        if let divider = layout.divider(at: point) { dragged = divider }
        if let pane = layout.pane(at: point), pane != focus {
            focus = pane
            keepInView()
        }
        if focus == .curves, dragged == nil, command == nil { readCurves(at: point) }
        if dragged == nil, command == nil { choosePoint(at: point) }
        return command.map { perform($0) } ?? []
    }

    /// Follows a press while something lies over the panes: its keys in the footer can be clicked on, the
    /// panes that it covers can't, and outside it a click closes it.
    private mutating func touchBeside(_ point: Point) -> [Effect] {
        let link = draw().link(at: point)
        if layout.footer.contains(point) { return link?.command.map { perform($0) } ?? [] }
        // The part of it that covers panes is a link to nothing.
        if let link, link.command == nil { return [] }
        return perform(.back)
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
            if lessons != nil, case .slideTo(let slider, let value)? = draw().link(at: point)?.command {
                _ = perform(.slideTo(slider, value))
            }
            // Over a chart the place that is read follows the mouse.
            if overlay == nil, layout.pane(at: point) == .curves { readCurves(at: point) }
            return
        }
        layoutState.move(dragged.line, to: dragged.share(at: point))
        keepInView()
    }
}
