import Datasets

/// Text in lines `key = value`, `#` before a comment: what experiment files are made of.
struct KeyedLines {
    /// One line that says something.
    struct Line {
        /// The number of the line in the text, counted from 1.
        let number: Int
        let key: String
        let value: String

        /// Reads the value, and says in which line it can't be read.
        func read<Value>(_ body: (String) throws -> Value) throws -> Value {
            do {
                return try body(value)
            } catch {
                throw ExperimentError.wrongValue(line: number, key: key, reason: "\(error)")
            }
        }
    }

    /// The lines, in order, each key once.
    let lines: [Line]

    /// Takes a text apart.
    ///
    /// - Parameters:
    ///   - text: Lines `key = value`.
    ///   - keys: All keys that are allowed.
    /// - Throws: ``ExperimentError`` with the line.
    init(_ text: String, keys: [String]) throws {
        var lines: [Line] = []
        let all = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, raw) in all.enumerated() {
            let number = index + 1
            let content = raw.withoutComment.trimmed
            if content.isEmpty { continue }
            guard let equals = content.firstIndex(of: "=") else {
                throw ExperimentError.malformedLine(line: number, text: String(content))
            }
            let key = String(content[..<equals].trimmed)
            guard keys.contains(key) else {
                let none = Experiment(dataset: Term(""), model: Model(layers: []))
                if let setting = none.setting(with: key, "") {
                    throw ExperimentError.partOf(setting, key: key, line: number)
                }
                throw ExperimentError.unknownKey(line: number, key: key, choices: keys)
            }
            if let first = lines.first(where: { $0.key == key }) {
                throw ExperimentError.repeatedKey(line: number, key: key, first: first.number)
            }
            let value = String(content[content.index(after: equals)...].trimmed)
            lines.append(Line(number: number, key: key, value: value))
        }
        self.lines = lines
    }

    /// The line of a key, if there is one.
    subscript(key: String) -> Line? { lines.first { $0.key == key } }
}

extension Substring {
    /// The line up to a `#` that is not within quotation marks.
    fileprivate var withoutComment: Substring {
        var quoted = false
        var escaped = false
        for index in indices {
            let character = self[index]
            if escaped {
                escaped = false
            } else if quoted, character == "\\" {
                escaped = true
            } else if character == "\"" {
                quoted.toggle()
            } else if character == "#", !quoted {
                return self[..<index]
            }
        }
        return self
    }

    fileprivate var trimmed: Substring {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return self[first...last]
    }
}
