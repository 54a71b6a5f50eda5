/// The content of one pane, as a value that draws itself.
protocol Pane {
    /// Draws into a rectangle without its frame, of any size down to nothing.
    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs)
}
