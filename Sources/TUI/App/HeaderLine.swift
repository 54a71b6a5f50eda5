/// The first line: which program, on which data, and what it does.
struct HeaderLine {
    let dashboard: Dashboard

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard !area.isEmpty else { return }
        canvas.fill(area, " ", Style(.text, on: .bar))
        var column = area.left + 1
        // On a narrow screen the data set's name matters more than the program's.
        if area.columns >= 40 {
            column = canvas.put("nnboard", column, area.top, Style(.accent, on: .bar, .bold), in: area) + 2
        }
        var (state, role) = state(glyphs)
        // A person who looks at an earlier time must see that everywhere.
        if let shown = dashboard.recalledText {
            (state, role) = ("\(shown) shown\(glyphs.separator)\(state)", .accent)
        }
        if area.columns < 40 { state = String(state.prefix(1)) }
        let left = area.right - state.columns - 1
        let facts = facts(glyphs).clipped(to: max(0, left - column - 1), ellipsis: glyphs.ellipsis)
        canvas.put(facts, column, area.top, Style(.text, on: .bar), in: area)
        canvas.put(state, max(column, left), area.top, Style(role, on: .bar, .bold), in: area)
    }

    private func facts(_ glyphs: Glyphs) -> String {
        switch dashboard.source {
        case .loading: return dashboard.wantedTitle
        case .failed: return "\(dashboard.wantedTitle) is not there"
        case .loaded(let loaded):
            let dataset = loaded.dataset
            return [
                dataset.title, "\(Format.grouped(dataset.train.count)) train",
                "\(Format.grouped(dataset.test.count)) test",
                dataset.task,
            ].joined(separator: glyphs.separator)
        }
    }

    private func state(_ glyphs: Glyphs) -> (String, Role) {
        if let task = dashboard.fetching {
            return ("downloading \(TaskBar.text(task, now: dashboard.now))", .warning)
        }
        if let task = dashboard.loadingTask {
            return ("loading \(TaskBar.text(task, now: dashboard.now))", .warning)
        }
        guard let run = dashboard.run, let status = dashboard.status else {
            return ("\(glyphs.states.idle) ready", .label)
        }
        let count = dashboard.fits.count
        let epochs =
            (count > 1
                ? "\(count) folds" + glyphs.separator
                : run.fit.role == .final ? "final run" + glyphs.separator : "")
            + "epoch \(min(run.epoch, run.experiment.settings.epochs))/\(run.experiment.settings.epochs)"
        switch status {
        case .running: return ("\(glyphs.states.running) training\(glyphs.separator)\(epochs)", .success)
        case .paused: return ("\(glyphs.states.paused) paused\(glyphs.separator)\(epochs)", .warning)
        case .finished:
            return (
                "\(glyphs.states.idle) trained \(Format.count(run.history.epochs.count, "epoch", "epochs"))",
                .success
            )
        case .stopped:
            return (
                "\(glyphs.states.idle) stopped after \(Format.count(run.history.epochs.count, "epoch", "epochs"))",
                .warning
            )
        case .failed: return ("\(glyphs.states.idle) failed", .error)
        }
    }
}
