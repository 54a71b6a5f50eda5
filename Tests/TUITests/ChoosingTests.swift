import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `Choosing from a menu` {
    /// The rows of the fields below the book's three layers.
    private static let (optimizer, loss) = ("j j j", "j j j j j j j")

    private func dashboard(_ edit: ExperimentEdit, _ rows: Int = 40) -> Dashboard {
        var dashboard = Fixture.dashboard(120, rows)
        dashboard.press("2")
        _ = dashboard.update(.command(.change(edit)))
        return dashboard
    }

    private func items(of dashboard: Dashboard) -> [String] {
        guard case .menu(let menu)? = dashboard.overlay else { return [] }
        return menu.all.map(\.text)
    }

    private func chosen(in dashboard: Dashboard) -> String? {
        guard case .menu(let menu)? = dashboard.overlay else { return nil }
        return menu.chosen?.text
    }

    /// Opens the menu on a value with settings of its own, takes it, and steps away from it and back.
    private func expect(
        _ value: String, amid neighbours: (before: String, after: String), in dashboard: Dashboard,
        _ keys: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        var dashboard = dashboard
        dashboard.press(keys + " enter")
        #expect(chosen(in: dashboard) == value, sourceLocation: sourceLocation)
        let items = items(of: dashboard)
        let place = try #require(items.firstIndex(of: value), sourceLocation: sourceLocation)
        #expect(items[place - 1] == neighbours.before, sourceLocation: sourceLocation)
        #expect(items[place + 1] == neighbours.after, sourceLocation: sourceLocation)
        let before = dashboard.experiment
        dashboard.press("enter")
        #expect(dashboard.overlay == nil, sourceLocation: sourceLocation)
        #expect(dashboard.experiment == before, sourceLocation: sourceLocation)
        let field = try #require(dashboard.model.field(in: before), sourceLocation: sourceLocation)
        var (up, down) = (dashboard, dashboard)
        up.press("+")
        #expect(
            field.value(in: up.experiment, pace: up.pace) == neighbours.after, sourceLocation: sourceLocation)
        down.press("-")
        #expect(
            field.value(in: down.experiment, pace: down.pace) == neighbours.before,
            sourceLocation: sourceLocation)
    }

    @Test func `opens on an optimizer with settings, keeps it, and steps from its name`() throws {
        let optimizer = try Optimizer(text: "adam(clipnorm=1, learning_rate=0.01)")
        try expect(
            "adam(clipnorm=1)", amid: ("rmsprop", "adamw"), in: dashboard(.optimizer(optimizer)),
            Self.optimizer)
    }

    @Test func `opens on a loss with settings, keeps it, and steps from its name`() throws {
        let loss = try Loss(text: "huber(delta=3)")
        try expect(
            "huber(delta=3)", amid: ("mean_squared_logarithmic_error", "log_cosh"),
            in: dashboard(.loss(loss)),
            Self.loss)
    }

    @Test func `opens on an activation with settings, keeps it, and steps from its name`() throws {
        let activation = try Activation(text: "leaky_relu(negative_slope=0.3)")
        try expect(
            "leaky_relu(negative_slope=0.3)", amid: ("linear", "relu6"),
            in: dashboard(.activation(layer: 0, activation)), "l")
    }

    @Test func `offers logits to cross-entropies and to no other loss`() throws {
        var dashboard = dashboard(.epochs(3))
        dashboard.press(Self.loss + " enter")
        for item in items(of: dashboard) {
            let loss = try Loss(text: item)
            #expect(loss.text == item)
        }
        let withLogits = items(of: dashboard).filter { $0.contains("from_logits") }
        let names = try Loss.names.filter { try Loss.named($0).isCrossentropy }
        #expect(withLogits == names.map { "\($0)(from_logits=true)" })
        #expect(items(of: dashboard).count == Loss.names.count + names.count)
    }

    @Test func `says how many items are hidden below and above`() {
        var dashboard = dashboard(.epochs(3), 15)
        dashboard.press("l enter")
        let count = items(of: dashboard).count
        guard case .menu(let menu)? = dashboard.overlay else {
            Issue.record("no menu is open")
            return
        }
        let hidden = count - MenuOverlay.rows(menu, dashboard.size)
        #expect(hidden > 0)
        #expect(dashboard.screen.contains("+\(hidden) more"))
        dashboard.press("down")
        #expect(dashboard.screen.contains("+\(hidden) more"))
        for _ in 0..<9 { dashboard.press("pagedown") }
        let lines = dashboard.draw().lines.filter { $0.contains("+\(hidden) more") }
        #expect(lines.count == 1)
        #expect(lines.first?.contains("activation") == true)
    }

    @Test func `says nothing of hidden items where all are shown`() {
        var dashboard = dashboard(.epochs(3))
        dashboard.press("l enter")
        #expect(!dashboard.screen.contains(" more "))
    }
}
