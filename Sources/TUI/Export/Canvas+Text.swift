extension Canvas {
    /// A part of the screen as text, for the clipboard.
    ///
    /// - Parameter area: The part; all of it if `nil`.
    /// - Returns: Its rows, each ended by a line feed, without spaces at their ends and without empty rows above and
    ///   below; a part of a wide character is spaces.
    public func text(in area: Rect? = nil) -> String {
        let area = (area ?? bounds).intersection(bounds)
        var rows = (area.top..<max(area.top, area.bottom)).map { row in
            var line = ""
            var isCut = true
            for column in area.left..<max(area.left, area.right) {
                let character = self[column, row].character
                if character == Cell.rightHalf {
                    if isCut { line.append(" ") }
                } else {
                    isCut = column + character.columns > area.right
                    line.append(isCut ? " " : character)
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
