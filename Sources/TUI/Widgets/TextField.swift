/// One line of text being typed.
struct TextField: Equatable, Sendable {
    /// The text typed so far.
    private(set) var text: String
    /// The number of characters before the cursor.
    private(set) var position: Int
    /// The text that was deleted last by more than a character.
    private var killed = ""
    /// More than this is not taken: nobody types it, and a paste must not fill memory.
    static let longest = 1000

    init(_ text: String = "") {
        self.text = String(text.prefix(Self.longest))
        position = self.text.count
    }

    /// A change that a key can make to it.
    enum Edit: Hashable, Sendable {
        case insert(String)
        case backspace, delete
        case left, right, wordLeft, wordRight, home, end
        case deleteWord, deleteWordRight, deleteToStart, deleteToEnd
        /// Puts back what was deleted last.
        case yank
    }

    mutating func apply(_ edit: Edit) {
        var characters = Array(text)
        switch edit {
        case .insert(let new):
            // A line stays a line, whatever was pasted.
            let line = new.map { $0.isNewline || $0 == "\t" ? " " : $0 }
            var clean = line.filter { $0.printable == $0 }
            // A mark belongs to the letter before it; too many of them on one letter are left out.
            if position > 0, line.first != clean.first,
                let joined = (String(characters[position - 1]) + String(line)).first,
                joined != characters[position - 1], joined.printable == joined
            {
                position -= 1
                characters.remove(at: position)
                clean.insert(joined, at: 0)
            }
            let room = max(0, Self.longest - characters.count)
            characters.insert(contentsOf: clean.prefix(room), at: position)
            position += min(clean.count, room)
        case .backspace:
            guard position > 0 else { return }
            position -= 1
            characters.remove(at: position)
        case .delete:
            guard position < characters.count else { return }
            characters.remove(at: position)
        case .left: position = max(0, position - 1)
        case .right: position = min(characters.count, position + 1)
        case .home: position = 0
        case .end: position = characters.count
        case .wordLeft: position = wordStart(characters)
        case .wordRight: position = wordEnd(characters)
        case .deleteWord: kill(wordStart(characters)..<position, of: &characters)
        case .deleteWordRight: kill(position..<wordEnd(characters), of: &characters)
        case .deleteToStart: kill(0..<position, of: &characters)
        case .deleteToEnd: kill(position..<characters.count, of: &characters)
        case .yank:
            let back = killed.prefix(max(0, Self.longest - characters.count))
            characters.insert(contentsOf: back, at: position)
            position += back.count
        }
        // Characters that now stand side by side may have joined.
        let before = String(characters[..<position])
        text = before + String(characters[position...])
        position = min(before.count, text.count)
    }

    private mutating func kill(_ range: Range<Int>, of characters: inout [Character]) {
        guard !range.isEmpty else { return }
        killed = String(characters[range])
        characters.removeSubrange(range)
        position = range.lowerBound
    }

    private func wordEnd(_ characters: [Character]) -> Int {
        var end = position
        while end < characters.count, characters[end] == " " { end += 1 }
        while end < characters.count, characters[end] != " " { end += 1 }
        return end
    }

    private func wordStart(_ characters: [Character]) -> Int {
        var start = position
        while start > 0, characters[start - 1] == " " { start -= 1 }
        while start > 0, characters[start - 1] != " " { start -= 1 }
        return start
    }

    /// Draws the part around the cursor, and puts the screen's cursor there.
    func draw(_ column: Int, _ row: Int, _ width: Int, on canvas: inout Canvas) {
        guard width > 1 else { return }
        canvas.fill(Rect(column, row, width, 1), " ", Style(.text, on: .input))
        var before = text.prefix(position)
        // One column stays free for the cursor.
        var excess = before.columns - (width - 1)
        while excess > 0, let first = before.popFirst() { excess -= first.printable.columns }
        let area = Rect(column, row, width, 1)
        let cursor = canvas.put(before, column, row, Style(.text, on: .input), in: area)
        canvas.put(text.dropFirst(position), cursor, row, Style(.text, on: .input), in: area)
        if canvas.bounds.contains(Point(cursor, row)) { canvas.cursor = Point(cursor, row) }
    }
}
