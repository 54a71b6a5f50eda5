/// A horizontal bar, to an eighth of a cell.
struct Bar {
    /// The share of the width that is filled, from 0 to 1.
    var share: Double
    /// The style of the filled part.
    var style: Style
    /// Tells whether the empty part shows a track.
    var hasTrack = false

    func draw(_ column: Int, _ row: Int, _ width: Int, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard width > 0 else { return }
        let share = share.isFinite ? min(1, max(0, share)) : 0
        let length = share * Double(width * 8)
        // A little is seen as a little; next to nothing is nothing.
        let filled = length > 0.2 ? max(1, Int(length.rounded())) : 0
        let (full, part) = (filled / 8, filled % 8)
        var text = String(repeating: glyphs.eighths[7], count: full)
        if part > 0 { text.append(glyphs.eighths[part - 1]) }
        let end = canvas.put(text, column, row, style)
        if hasTrack, end < column + width {
            let track = String(repeating: glyphs.track, count: column + width - end)
            canvas.put(track, end, row, Style(.faint, on: style.surface))
        }
    }
}
