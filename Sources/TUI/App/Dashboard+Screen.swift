extension Dashboard {
    /// Does what a command says of panes and themes.
    mutating func performOnScreen(_ command: Command) {
        switch command {
        case .zoom: layoutState.isZoomed.toggle()
        case .focus(let pane): focus = pane
        case .focusNext: focus = neighbour(1)
        case .focusPrevious: focus = neighbour(-1)
        case .hide(let pane): hide(pane ?? focus)
        case .resize(let way): resize(way)
        case .preset(let preset): take(preset)
        case .nextPreset: take(layoutState.preset.next)
        case .resetLayout: layoutState.take(layoutState.preset)
        case .chooseTheme: chooseTheme()
        case .nextTheme: nextTheme()
        case .theme(let name): take(themeNamed: name)
        default: break
        }
    }

    /// The pane so many places further among those that are wanted, round and round.
    private func neighbour(_ offset: Int) -> PaneID {
        let panes = PaneID.allCases.filter { !layoutState.hidden.contains($0) || $0 == focus }
        let place = (panes.firstIndex(of: focus) ?? 0) + offset
        return panes[(place + panes.count) % panes.count]
    }

    private mutating func hide(_ pane: PaneID) {
        layoutState.toggle(pane)
        if layoutState.hidden.contains(pane), pane == focus {
            focus = PaneID.allCases.first { !layoutState.hidden.contains($0) } ?? .data
            say(
                "\(pane.title) is hidden: \(key(for: .focus(pane))) shows it, and \(key(for: .hide(nil))) there brings it back for good."
            )
        }
    }

    private mutating func resize(_ way: Resizing) {
        let isUpright = [.wider, .narrower].contains(way)
        guard let edge = layout.edge(of: focus, isUpright: isUpright) else {
            decline("There is no pane to take room from.")
            return
        }
        let whole = isUpright ? edge.divider.whole.columns : edge.divider.whole.rows
        let place =
            isUpright
            ? edge.divider.area.left + 1 - edge.divider.whole.left
            : edge.divider.area.top + 1 - edge.divider.whole.top
        let step = (isUpright ? 2 : 1) * ([.wider, .taller].contains(way) == edge.isFirst ? 1 : -1)
        layoutState.move(edge.divider.line, to: Double(place + step) / Double(max(1, whole)))
    }

    private mutating func take(_ preset: Preset) {
        layoutState.take(preset)
        if layoutState.hidden.contains(focus) { focus = preset == .train ? .curves : .data }
        say("Layout: \(preset.rawValue).")
    }

    // MARK: Themes

    private mutating func chooseTheme() {
        guard themes.count > 1 else {
            decline("There is no other theme.")
            return
        }
        let items = themes.sorted { $0.name < $1.name }.map {
            Menu.Item(text: $0.name, choice: .command(.theme($0.name)))
        }
        var menu = Menu(purpose: .theme(before: theme.name), title: "theme", all: items)
        menu.position.go(
            to: items.firstIndex { $0.text == theme.name } ?? 0, count: items.count,
            visible: MenuOverlay.rows(menu, size))
        overlay = .menu(menu)
    }

    private mutating func nextTheme() {
        let sorted = themes.sorted { $0.name < $1.name }
        guard sorted.count > 1 else {
            decline("There is no other theme.")
            return
        }
        let place = sorted.firstIndex { $0.name == theme.name } ?? sorted.count - 1
        theme = sorted[(place + 1) % sorted.count]
        say("Theme: \(theme.name).")
    }

    private mutating func take(themeNamed name: String) {
        guard let found = themes.first(where: { $0.name == name }) else {
            let names = themes.map(\.name).sorted()
            complain(
                "There is no theme called “\(name.clipped(to: 30))”"
                    + (names.isEmpty
                        ? ", and no other one to choose." : ". There are \(names.joined(separator: ", "))."))
            return
        }
        theme = found
        say("Theme: \(theme.name).")
    }

    /// Shows the theme that one is on in the list of themes.
    mutating func previewTheme(of menu: Menu) {
        guard case .theme = menu.purpose, let chosen = menu.chosen else { return }
        theme = themes.first { $0.name == chosen.text } ?? theme
    }
}
