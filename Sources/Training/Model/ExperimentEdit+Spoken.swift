import Datasets

/// Changes of an experiment as people say them: `layer 2 units 4`, `epochs=9 lr=1e-3`.
///
/// The command lines of the dashboard and of plain text, and sessions that are kept as text, share this grammar.
extension ExperimentEdit {
    /// The words that can follow the number of a layer.
    public static let layerWords = ["units", "activation", "rate", "remove", "up", "down", "add"]

    /// Reads a change of a layer: `2 units 4`, `2 activation tanh`, `2 rate 0.5`, `2 remove`, `2 up`, `2 down`, and
    /// `2 add` for a layer behind it.
    ///
    /// - Parameter text: The text behind the word “layer”; layers are counted from 1.
    /// - Throws: `TermError` that says what would do.
    public init(layer text: String) throws {
        let words = text.split(separator: " ", maxSplits: 2).map(String.init)
        guard words.count >= 2, let number = Int(words[0]) else {
            throw TermError.malformed(
                text: text, at: 0,
                expected: "a layer's number, then one of \(Self.layerWords.joined(separator: ", "))")
        }
        let value = words.count > 2 ? words[2] : ""
        switch (words[1], value.isEmpty) {
        case ("units", false), ("activation", false), ("rate", false):
            self = try Self(text: "\(words[1])(layer=\(number), \(value))")
        case ("remove", true): self = .removeLayer(number &- 1)
        case ("up", true): self = .moveLayer(number &- 1, by: -1)
        case ("down", true): self = .moveLayer(number &- 1, by: 1)
        case ("add", true): self = .addLayer(after: number &- 1)
        case ("units", true), ("activation", true), ("rate", true):
            throw TermError.missingArgument(words[1], of: "layer \(number)")
        default: throw TermError.unknownName(words[1], kind: "change of a layer", choices: Self.layerWords)
        }
    }

    /// The names of the settings, with the short words for them.
    private static let settingNames: [(name: String, short: [String])] = [
        ("optimizer", []), ("loss", []), ("epochs", []), ("learning_rate", ["lr"]),
        ("batch_size", ["batch"]), ("validation", ["val"]), ("folds", []), ("final_epochs", ["final"]),
        ("seed", []),
    ]

    /// The name of the setting that a short word stands for: `learning_rate` for `lr`.
    public static func settingName(ofShort word: String) -> String? {
        settingNames.first { $0.short.contains(word) }?.name
    }

    /// The setting that takes a fraction; the others that are numbers take whole ones.
    private static let fractionName = "learning_rate"

    /// The names of all settings that can be said as `name=value`.
    public static let spokenSettings = settingNames.map { $0.short.first ?? $0.name }

    /// Reads settings: `epochs=9 lr=1e-3 optimizer=rmsprop(momentum=0.5)`.
    ///
    /// - Parameter text: Settings with blanks between them.
    /// - Returns: The changes, each once; an optimizer first, since it brings a learning rate along.
    /// - Throws: `TermError` that says what would do.
    public static func settings(_ text: String) throws -> [ExperimentEdit] {
        var edits: [(place: Int, edit: ExperimentEdit)] = []
        for word in words(of: text) {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[1].isEmpty else {
                throw TermError.malformed(text: text, at: 0, expected: "settings as in epochs=9 lr=0.001")
            }
            let name = String(parts[0])
            guard
                let place = settingNames.firstIndex(where: { $0.name == name || $0.short.contains(name) })
            else {
                throw TermError.unknownName(
                    name, kind: "setting", choices: settingNames.map(\.name),
                    aliases: settingNames.flatMap(\.short))
            }
            guard !edits.contains(where: { $0.place == place }) else {
                throw TermError.repeatedArgument(settingNames[place].name, of: "train")
            }
            if let comma = DecimalComma(parts[1]) {
                let takesFraction = settingNames[place].name == fractionName
                throw TermError.decimalComma(
                    found: comma.found,
                    advice: "\(name): " + (takesFraction ? comma.fractionAdvice : comma.wholeAdvice))
            }
            edits.append((place, try ExperimentEdit(text: "\(settingNames[place].name)(\(parts[1]))")))
        }
        return edits.sorted { $0.place < $1.place }.map(\.edit)
    }

    /// The change as people say it, where they do: `layer 2 units 4`, `epochs=9`; else its term.
    public var spoken: String {
        func layer(_ index: Int, _ words: String) -> String { "layer \(index &+ 1) \(words)" }
        return switch self {
        case .units(let index, let units): layer(index, "units \(units)")
        case .activation(let index, let activation): layer(index, "activation \(activation.text)")
        case .rate(let index, let rate): layer(index, "rate \(Term.Value.number(rate))")
        case .removeLayer(let index): layer(index, "remove")
        case .addLayer(let index) where index >= 0: layer(index, "add")
        case .moveLayer(let index, -1): layer(index, "up")
        case .moveLayer(let index, 1): layer(index, "down")
        default: "change \(text)"
        }
    }

    /// The setting as it is said behind `train`: `lr=0.001`; `nil` where it is none.
    public var spokenSetting: String? {
        guard let place = Self.settingNames.firstIndex(where: { $0.name == term.name }),
            let value = term.arguments.first?.value, term.arguments.count == 1
        else { return nil }
        return "\(Self.spokenSettings[place])=\(value.description.filter { $0 != " " })"
    }

    /// Words with blanks between them; those within parentheses and quotation marks don't count.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        var (depth, isQuoted) = (0, false)
        for character in text {
            switch character {
            case "\"": isQuoted.toggle()
            case "(" where !isQuoted: depth += 1
            case ")" where !isQuoted: depth -= 1
            default: break
            }
            if character == " ", depth <= 0, !isQuoted {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word.append(character)
            }
        }
        return word.isEmpty ? words : words + [word]
    }
}

extension Experiment {
    /// Gives one part of the experiment's text another value: `metrics`, `callbacks`, `layers`.
    ///
    /// - Parameters:
    ///   - key: As in an experiment's file.
    ///   - value: As it stands there behind the equals sign; empty for none.
    /// - Throws: ``ExperimentError``.
    public mutating func set(_ key: String, to value: String) throws {
        guard Self.keyNames.contains(key) else {
            if let line = setting(with: key, value) { throw ExperimentError.partOf(line, key: key) }
            throw TermError.unknownName(key, kind: "setting", choices: Self.keyNames)
        }
        // Layers that the data set is yet to decide are no text.
        let lacksLayers = model.layers.isEmpty && key != "layers"
        var known = self
        if lacksLayers { known.model.layers = Model.book(classes: 1).layers }
        var lines = known.text.split(separator: "\n").map(String.init).filter {
            $0.prefix { $0 != " " } != key
        }
        if !value.isEmpty { lines.append("\(key) = \(value)") }
        var changed: Experiment
        do {
            changed = try Experiment(text: lines.joined(separator: "\n"))
        } catch ExperimentError.wrongValue(_, key, let reason) {
            // Nobody wrote the lines.
            throw ExperimentError.wrongSetting(key: key, reason: reason)
        }
        if lacksLayers { changed.model.layers = [] }
        if preprocessing == nil, key != "preprocessing" { changed.preprocessing = nil }
        self = changed
    }

    /// The line that sets what people know as a setting, and is an argument of one: that of the optimizer, or of a
    /// callback.
    ///
    /// - Parameters:
    ///   - label: The name of the argument.
    ///   - value: Its value; empty where it is of no matter.
    /// - Returns: Key and value; `nil` where nothing has such an argument.
    func setting(with label: String, _ value: String) -> String? {
        func line(_ key: String, _ names: [String], _ read: (String) throws -> Void) -> String? {
            for name in names {
                let text = "\(name)(\(label)=\(value.isEmpty ? "1" : value))"
                do {
                    try read(text)
                } catch TermError.wrongArgument(label, _, _, _) {
                    return "\(key) = \(name)(\(label)=…)"
                } catch {
                    continue
                }
                return "\(key) = \(value.isEmpty ? "\(name)(\(label)=…)" : text)"
            }
            return nil
        }
        return line("optimizer", [model.optimizer.term.name] + Optimizer.names) {
            _ = try Optimizer(text: $0)
        }
            ?? line("callbacks", Callback.names) { _ = try Callback(term: Term(parsing: $0)) }
    }
}
