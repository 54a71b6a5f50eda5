import Datasets

/// What is wrong with the text of an experiment, and in which line.
public enum ExperimentError: Error, Equatable, Sendable, CustomStringConvertible {
    /// A line that is neither empty, nor a comment, nor of the form `key = value`.
    case malformedLine(line: Int, text: String)
    /// A key that experiments don't have.
    case unknownKey(line: Int, key: String, choices: [String])
    /// A key that was given before.
    case repeatedKey(line: Int, key: String, first: Int)
    /// A value that can't be read.
    case wrongValue(line: Int, key: String, reason: String)
    /// A key that every experiment needs.
    case missingKey(String)

    /// One sentence: the line, what was found, and what to write instead.
    public var description: String {
        switch self {
        case .malformedLine(let line, let text):
            "Line \(line) of the experiment is “\(text)”. Write “key = value”, or put “#” before a comment."
        case .unknownKey(let line, let key, let choices):
            "Line \(line) of the experiment: \(TermError.unknownName(key, kind: "setting", choices: choices))"
        case .repeatedKey(let line, let key, let first):
            "Line \(line) of the experiment sets “\(key)” again, after line \(first). Remove one of the two."
        case .wrongValue(let line, let key, let reason):
            "Line \(line) of the experiment: “\(key)” can't be read. \(reason)"
        case .missingKey(let key):
            "The experiment has no “\(key)”. Add a line “\(key) = …”."
        }
    }
}

/// The text form of an experiment: a line `key = value` for each of its parts, `#` before a comment.
extension Experiment {
    private static let keys: [(name: String, field: Field)] = [
        ("dataset", .dataset), ("layers", .layers), ("loss", .loss), ("optimizer", .optimizer),
        ("metrics", .metrics), ("batch_size", .batchSize), ("epochs", .epochs), ("validation", .validation),
        ("seed", .seed), ("threads", .threads), ("callbacks", .callbacks),
    ]

    private enum Field {
        case dataset, layers, loss, optimizer, metrics, batchSize, epochs, validation, seed, threads,
            callbacks
    }

    /// The experiment as text that ``init(text:)`` reads back.
    public var text: String {
        Self.keys.map { (key: $0.name, value: value(of: $0.field)) }
            // Without callbacks there is nothing to be said of them.
            .filter { !$0.value.isEmpty }.map { "\($0.key) = \($0.value)\n" }.joined()
    }

    private func value(of field: Field) -> String {
        switch field {
        case .dataset: dataset.description
        case .layers: model.layers.map(\.text).joined(separator: ", ")
        case .loss: model.loss.text
        case .optimizer: model.optimizer.text
        case .metrics: model.metrics.map(\.text).joined(separator: ", ")
        case .batchSize: "\(settings.batchSize)"
        case .epochs: "\(settings.epochs)"
        case .validation: "\(settings.validation)"
        case .seed: "\(settings.seed)"
        case .threads: "\(settings.threads)"
        case .callbacks: callbacks.map(\.text).joined(separator: ", ")
        }
    }

    /// Reads an experiment; only `dataset` and `layers` must be there, the rest has the book's values.
    ///
    /// - Parameter text: Lines `key = value`.
    /// - Throws: ``ExperimentError`` with the line.
    public init(text: String) throws {
        self.init(dataset: Term(""), model: Model(layers: []))
        var seen: [String: Int] = [:]
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, raw) in lines.enumerated() {
            let line = index + 1
            let content = raw.withoutComment.trimmed
            if content.isEmpty { continue }
            guard let equals = content.firstIndex(of: "=") else {
                throw ExperimentError.malformedLine(line: line, text: String(content))
            }
            let key = String(content[..<equals].trimmed)
            guard let field = Self.keys.first(where: { $0.name == key })?.field else {
                throw ExperimentError.unknownKey(line: line, key: key, choices: Self.keys.map(\.name))
            }
            if let first = seen.updateValue(line, forKey: key) {
                throw ExperimentError.repeatedKey(line: line, key: key, first: first)
            }
            do {
                try set(field, String(content[content.index(after: equals)...].trimmed))
            } catch {
                throw ExperimentError.wrongValue(line: line, key: key, reason: "\(error)")
            }
        }
        for key in ["dataset", "layers"] where seen[key] == nil {
            throw ExperimentError.missingKey(key)
        }
    }

    private mutating func set(_ field: Field, _ text: String) throws {
        switch field {
        case .dataset: dataset = try Term(parsing: text)
        case .layers: model.layers = try Term.list(parsing: text).map(Layer.init(term:))
        case .loss: model.loss = try Loss(text: text)
        case .optimizer: model.optimizer = try Optimizer(text: text)
        case .metrics: model.metrics = try Term.list(parsing: text).map(Metric.init(term:))
        case .batchSize: settings.batchSize = try integer(text)
        case .epochs: settings.epochs = try integer(text)
        case .validation: settings.validation = try integer(text)
        case .seed: settings.seed = try integer(text, atMost: TrainingSettings.largestSeed)
        case .threads: settings.threads = try integer(text)
        case .callbacks: callbacks = try Term.list(parsing: text).map(Callback.init(term:))
        }
    }

    private func integer<Number: FixedWidthInteger>(
        _ text: String, atMost greatest: Number = .max
    ) throws -> Number {
        guard let number = Number(text), number <= greatest else { throw NotANumber(text: text) }
        return number
    }
}

private struct NotANumber: Error, CustomStringConvertible {
    let text: String
    var description: String { "“\(text)” is no whole number of a fitting size." }
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
