extension Canvas {
    /// A part of the screen as text, for the clipboard.
    ///
    /// - Parameter area: The part; all of it if `nil`.
    /// - Returns: Its rows, each ended by a line feed, without spaces at their ends and without empty rows above and
    ///   below; half of a wide character is a space.
    public func text(in area: Rect? = nil) -> String {
        let area = (area ?? bounds).intersection(bounds)
        var rows = (area.top..<max(area.top, area.bottom)).map { row in
            var line = ""
            for column in area.left..<max(area.left, area.right) {
                let character = self[column, row].character
                if character == Cell.rightHalf {
                    if column == area.left { line.append(" ") }
                } else {
                    line.append(character.columns == 2 && column + 1 == area.right ? " " : character)
                }
            }
            while line.last == " " { line.removeLast() }
            return line
        }
        while rows.first == "" { rows.removeFirst() }
        while rows.last == "" { rows.removeLast() }
        return rows.map { $0 + "\n" }.joined()
    }
}
