import Yams

/// A base16 colour scheme: sixteen colours whose tasks are agreed upon, from ground to letters and then by hue.
///
/// Both forms of file are read: colours at the top as `base00: "282828"`, and the newer one, under `palette` as
/// `base00: "#282828"`. What else a file says is not needed.
struct Base16: Equatable, Sendable {
    /// The colours, `base00` to `base0F`.
    let colors: [Color]

    /// The keys of the colours, in order.
    static let keys = (0..<16).map { "base0" + String($0, radix: 16, uppercase: true) }

    /// Reads a scheme's file.
    ///
    /// - Parameters:
    ///   - text: The content of the file, in YAML.
    ///   - file: The name of the file in errors.
    /// - Throws: ``ThemeError`` where it is no YAML, or colours are missing or wrong.
    init(_ text: String, file: String) throws(ThemeError) {
        guard let top = try Self.mapping(text, file) else { throw .missingColors(Self.keys, file: file) }
        let palette = top.first { $0.key.string == "palette" }?.value.mapping ?? top
        var found: [String: Node] = [:]
        for (key, value) in palette {
            if let key = key.string { found[key.lowercased()] = value }
        }
        let missing = Self.keys.filter { found[$0.lowercased()] == nil }
        guard missing.isEmpty else { throw .missingColors(missing, file: file) }
        var colors: [Color] = []
        for key in Self.keys {
            guard let node = found[key.lowercased()] else { continue }
            let value = node.scalar?.string ?? ""
            guard let color = Color(hex: value.hasPrefix("#") ? value : "#" + value) else {
                throw .wrongColor(value, key: key, file: file, line: node.mark?.line ?? 1)
            }
            colors.append(color)
        }
        self.colors = colors
    }

    private static func mapping(_ text: String, _ file: String) throws(ThemeError) -> Node.Mapping? {
        do {
            return try compose(yaml: text)?.mapping
        } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _)
        {
            throw .invalidYAML(problem, file: file, line: mark.line)
        } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
            // The library knows where the mapping begins; the second of the lines is of more help.
            let key = keys.first ?? ""
            let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            let places = lines.indices.filter { lines[$0].drop { $0 == " " }.hasPrefix(key + ":") }
            let line = places.dropFirst().first.map { $0 + 1 } ?? context.mark.line
            throw .invalidYAML("\(key) is set twice", file: file, line: line)
        } catch YamlError.reader(let problem, let offset, _, _) {
            let lines = text.utf8.prefix(offset ?? 0).count { $0 == UInt8(ascii: "\n") }
            throw .invalidYAML(problem, file: file, line: lines + 1)
        } catch {
            throw .invalidYAML("it can't be read", file: file, line: 1)
        }
    }
}
