extension Theme {
    /// The attributes' names in theme files.
    private static let attributes: [(name: String, attribute: Attributes)] = [
        ("bold", .bold), ("underline", .underline), ("reverse", .reverse), ("dim", .dim), ("italic", .italic),
    ]
    static var attributeNames: [String] { attributes.map(\.name) }

    private enum Key {
        case role(Role)
        case surface(Surface)
        case inherits
    }
    private static let table: [String: Key] = {
        var table: [String: Key] = ["inherits": .inherits]
        for role in Role.allCases { table["\(role)"] = .role(role) }
        for surface in Surface.allCases { table[surface.key] = .surface(surface) }
        return table
    }()
    /// Every key that a theme file can have.
    static var keys: [String] { table.keys.sorted() }

    /// Reads a theme file.
    ///
    /// Each line is `key = value`; a key is the name of a role or a surface. A value is a colour (`#rrggbb`, `default`,
    /// or the name of one of the terminal's sixteen), then perhaps `on` and a colour, then any of `bold`, `underline`,
    /// `reverse`, `dim` and `italic`, all but one of which may be left out. A `#` at the start of a line or before a
    /// space begins a comment. What the file leaves out is as in the theme that it inherits: `dark`, unless it says
    /// `inherits = NAME`.
    ///
    /// - Parameters:
    ///   - text: The content of the file.
    ///   - name: The theme's name.
    ///   - file: The name of the file in errors; by default the theme's name with its suffix.
    ///   - theme: Finds the theme that is inherited.
    /// - Throws: ``ThemeError`` if a line is wrong or the inherited theme can't be had.
    public init(
        _ text: String, name: String, file: String? = nil,
        inheriting theme: (String) throws(ThemeError) -> Theme = { _ in .dark }
    ) throws(ThemeError) {
        let file = file ?? name + ".theme"
        var settings: [(key: Key, name: String, value: Substring, line: Int)] = []
        // All themes are read before the first frame, so this goes by bytes, not by characters.
        for (index, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated()
        {
            let content = Self.withoutComment(line)
            guard !content.isEmpty else { continue }
            let parts = content.split(separator: UInt8(ascii: "="), maxSplits: 1).map {
                Substring($0.trimmed)
            }
            guard parts.count == 2, !parts[1].isEmpty else {
                throw .malformedLine(String(Substring(content)), file: file, line: index + 1)
            }
            let keyName = String(parts[0])
            guard let key = Self.table[keyName] else {
                throw .unknownKey(keyName, file: file, line: index + 1)
            }
            guard !settings.contains(where: { $0.name == keyName }) else {
                throw .repeatedKey(keyName, file: file, line: index + 1)
            }
            settings.append((key, keyName, parts[1], index + 1))
        }

        let inherited = settings.first { $0.name == "inherits" }?.value ?? "dark"
        self = Theme(name: name, inheriting: try theme(String(inherited)))
        for setting in settings {
            let look: Look
            switch setting.key {
            case .inherits: continue
            case .role(let role):
                look = try Self.look(setting.value, of: setting.name, in: file, setting.line)
                self[role] = look
            case .surface(let surface):
                look = try Self.look(setting.value, of: setting.name, in: file, setting.line)
                guard look.foreground == nil else {
                    throw .surfaceWithForeground(key: setting.name, file: file, line: setting.line)
                }
                self[surface] = look
            }
        }
    }

    private static func withoutComment(_ line: Substring.UTF8View) -> Substring.UTF8View {
        let line = line.trimmed
        // In the middle of a line `#` also begins a colour, but never with a space behind it.
        let comment = line.indices.first { index in
            line[index] == UInt8(ascii: "#")
                && (index == line.startIndex || line[index...].dropFirst().first?.isBlank != false)
        }
        return line[..<(comment ?? line.endIndex)].trimmed
    }

    private static func look(
        _ value: Substring, of key: String, in file: String, _ line: Int
    ) throws(ThemeError) -> Look {
        var look = Look()
        var words = value.split(whereSeparator: \.isWhitespace)[...]
        func color(_ word: Substring) throws(ThemeError) -> Color? {
            if word == "default" { return nil }
            guard let color = Color(hex: word) ?? Color(named: word) else {
                throw .wrongValue(String(word), key: key, file: file, line: line)
            }
            return color
        }
        let isColor = words.first.map { word in
            word.hasPrefix("#") || word == "default" || Color(named: word) != nil
        }
        if isColor == true {
            look.foreground = try color(words.removeFirst())
        }
        if words.first == "on" {
            words.removeFirst()
            guard let word = words.popFirst() else {
                throw .wrongValue("on", key: key, file: file, line: line)
            }
            look.background = try color(word)
        }
        for word in words {
            guard let found = attributes.first(where: { $0.name == word }) else {
                throw .wrongValue(String(word), key: key, file: file, line: line)
            }
            look.attributes.insert(found.attribute)
        }
        return look
    }
}

extension Surface {
    /// The key in theme files: the case's name, but for the one name that a role has already.
    var key: String { self == .bar ? "statusBar" : "\(self)" }
}

extension Substring.UTF8View {
    fileprivate var trimmed: Substring.UTF8View {
        guard let last = lastIndex(where: { !$0.isBlank }) else { return self[endIndex...] }
        return self[...last].drop { $0.isBlank }
    }
}

extension UInt8 {
    /// Tells whether the byte is a space, a tab or the like, or the first half of a line end of DOS.
    fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || 9...13 ~= self }
}
