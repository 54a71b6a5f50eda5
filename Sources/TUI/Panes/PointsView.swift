/// What a network makes of points in a plane, in the inspector.
struct PointsView {
    let inspector: InspectorPane

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        inspector.drawClasses(in: area, on: &canvas, glyphs)
    }

    /// What the data pane shows of the listed points in place of a text.
    static func drawDetail(of pane: DataPane, in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard let number = pane.samples.selected else { return }
        pane.drawNumbers(of: number, pane.dataset.split(of: pane.samples.part), in: area, on: &canvas, glyphs)
    }
}
