/// The progress of long work: a bar in the middle of an area, with the share and the time left.
struct TaskBar {
    let title: String
    let task: LongTask
    let now: Double

    /// The share that is done, and the remaining time where it can be told.
    static func text(_ task: LongTask, now: Double) -> String {
        let left = task.secondsLeft(at: now).map { ", \(Format.seconds($0)) left" } ?? ""
        return Format.percent(task.share, places: 0) + left
    }

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let text = "\(title) \(Self.text(task, now: now))".clipped(
            to: area.columns, ellipsis: glyphs.ellipsis)
        let row = area.top + max(0, area.rows - 2) / 2
        canvas.put(
            text, area.left + max(0, (area.columns - text.columns) / 2), row, Style(.label), in: area)
        let width = min(32, area.columns - 4)
        guard area.rows >= 2, width >= 4 else { return }
        Bar(share: task.share, style: Style(.trainingCurve), hasTrack: true)
            .draw(area.left + (area.columns - width) / 2, row + 1, width, on: &canvas, glyphs)
    }
}
