extension SessionStep.Content {
    /// The line's text, without its time: `key ctrl+p`, `mouse left 10 4`, `paste "…"`, `run 1 epoch 3`.
    var text: String {
        switch self {
        case .event(let event): Self.text(of: event)
        case .command(let command): "command \(command)"
        case .news(let news): news.text
        case .picture(let picture):
            ["picture \(picture.name)", picture.theme.map { "theme \($0)" }, picture.size?.text]
                .compactMap(\.self).joined(separator: " ")
        case .stay: "stay"
        }
    }

    private static func text(of event: Event) -> String {
        switch event {
        case .key(let key): "key \(key)"
        case .mouse(let point, let button): "mouse \(button.text) \(point.column) \(point.row)"
        case .drag(let point): "drag \(point.column) \(point.row)"
        case .release(let point): "release \(point.column) \(point.row)"
        case .paste(let text): "paste \(QuotedText.write(text))"
        case .resize(let size): "resize \(size.text)"
        // These end the program, and so does the end of the file.
        case .interrupt, .hangup: "command quit"
        }
    }

    /// The first words of lines, for what is said about others.
    private static let verbs = [
        "key", "mouse", "drag", "release", "paste", "resize", "command", "picture", "stay", "set",
    ]

    /// Reads a line without its time.
    ///
    /// - Parameter text: The line; blanks at its ends don't count.
    /// - Throws: The error in the line, as a sentence.
    init(text: String) throws(SessionFileError) {
        var words = LineWords(text)
        guard let verb = words.next() else { throw Self.wrong("it is empty.") }
        if let news = try SessionNews(verb, &words) {
            self = .news(news)
        } else if verb == "command" {
            do {
                self = .command(try Command(text: words.rest()))
            } catch {
                throw Self.wrong("\(error)")
            }
        } else if verb == "picture" {
            self = .picture(try Self.picture(&words))
        } else if verb == "stay" {
            self = .stay
        } else {
            self = .event(try Self.event(verb, &words))
        }
        guard words.isEmpty else {
            throw Self.wrong("“\(words.rest().clipped(to: 30))” is too much at its end.")
        }
    }

    private static func event(_ verb: String, _ words: inout LineWords) throws(SessionFileError) -> Event {
        switch verb {
        case "key":
            guard let name = words.next(), let key = Key(name) else {
                throw wrong("Write a key as the help does: x, X, ctrl+x, f5, space.")
            }
            return .key(key)
        case "mouse":
            guard let button = words.next().flatMap(MouseButton.init(text:)) else {
                let names = MouseButton.names.map(\.name).joined(separator: ", ")
                throw wrong("Write a button, one of \(names), then a column and a row.")
            }
            return .mouse(try point(&words), button)
        case "drag": return .drag(try point(&words))
        case "release": return .release(try point(&words))
        case "paste":
            guard let text = QuotedText.read(words.rest()) else {
                throw wrong("Write the text between quotation marks; \\n is a line's end.")
            }
            return .paste(text)
        case "resize":
            guard let size = words.next().flatMap(Size.init(text:)) else {
                throw wrong("Write a size such as 120x40.")
            }
            return .resize(size)
        default:
            throw wrong(
                "“\(verb.clipped(to: 30))” is nothing that happens. Lines begin with a time or not, then with "
                    + (verbs + SessionNews.verbs).joined(separator: ", ") + ".")
        }
    }

    private static func point(_ words: inout LineWords) throws(SessionFileError) -> Point {
        guard let column = words.next().flatMap({ Int($0) }), let row = words.next().flatMap({ Int($0) })
        else { throw wrong("Write a column and a row, counted from 0.") }
        return Point(column, row)
    }

    private static func picture(_ words: inout LineWords) throws(SessionFileError) -> PictureRequest {
        // A name, and no way out of the folder that pictures go to.
        guard let name = words.next(), name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else {
            throw wrong("Write the picture's name in letters, digits and dashes.")
        }
        var picture = PictureRequest(name: name)
        while let word = words.next() {
            if word == "theme", let theme = words.next() {
                picture.theme = theme
            } else if let size = Size(text: word) {
                picture.size = size
            } else {
                throw wrong("Behind the picture's name may stand theme NAME, and a size such as 120x40.")
            }
        }
        return picture
    }

    static func wrong(_ reason: String) -> SessionFileError { SessionFileError(line: 0, reason: reason) }
}

extension Size {
    /// The size as `120x40`.
    var text: String { "\(columns)x\(rows)" }

    /// Reads a size such as `120x40`.
    init?(text: String) {
        let parts = text.split(separator: "x", omittingEmptySubsequences: false)
        // No terminal is larger, and memory is finite.
        guard parts.count == 2, let columns = Int(parts[0]), let rows = Int(parts[1]),
            0...1000 ~= columns, 0...1000 ~= rows
        else { return nil }
        self.init(columns, rows)
    }
}

extension MouseButton {
    static let names: [(button: MouseButton, name: String)] = [
        (.left, "left"), (.middle, "middle"), (.right, "right"), (.wheelUp, "wheel-up"),
        (.wheelDown, "wheel-down"),
    ]

    var text: String { Self.names.first { $0.button == self }?.name ?? "" }

    init?(text: String) {
        guard let named = Self.names.first(where: { $0.name == text }) else { return nil }
        self = named.button
    }
}
