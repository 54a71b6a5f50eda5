import Datasets

/// The text form of an experiment: a line `key = value` for each of its parts, `#` before a comment.
extension Experiment {
    private static let keys: [(name: String, field: Field)] = [
        ("dataset", .dataset), ("preprocessing", .preprocessing), ("layers", .layers), ("loss", .loss),
        ("optimizer", .optimizer), ("metrics", .metrics), ("batch_size", .batchSize), ("epochs", .epochs),
        ("validation", .validation), ("folds", .folds), ("final_epochs", .finalEpochs),
        ("final_validation", .finalValidation), ("final_batch_size", .finalBatchSize), ("seed", .seed),
        ("threads", .threads),
        ("callbacks", .callbacks), ("changes", .changes),
    ]

    private enum Field {
        case dataset, preprocessing, layers, loss, optimizer, metrics, batchSize, epochs, validation, folds,
            finalEpochs, finalValidation, finalBatchSize, seed, threads, callbacks, changes
    }

    /// The experiment as text that ``init(text:)`` reads back.
    public var text: String {
        Self.keys.map { (key: $0.name, value: value(of: $0.field)) }
            // Of what there is none nothing is said.
            .filter { !$0.value.isEmpty }.map { "\($0.key) = \($0.value)\n" }.joined()
    }

    /// The lines that make another experiment of this one, on the same data.
    ///
    /// - Parameter target: The other experiment; its planned changes don't count.
    /// - Returns: Keys and values for ``set(_:to:)``, an empty value where the target has none.
    public func settings(towards target: Experiment) -> [(key: String, value: String)] {
        Self.keys.compactMap { key in
            let new = target.value(of: key.field)
            switch key.field {
            case .dataset, .changes: return nil
            // Without a choice of its own it has that of the data.
            case .preprocessing where new.isEmpty: return nil
            default: return new == value(of: key.field) ? nil : (key.name, new)
            }
        }
    }

    private func value(of field: Field) -> String {
        switch field {
        case .dataset: dataset.description
        case .preprocessing:
            preprocessing.map { $0.isEmpty ? Preprocessing.none : $0.map(\.text).joined(separator: ", ") }
                ?? ""
        case .layers: model.layers.map(\.text).joined(separator: ", ")
        case .loss: model.loss.text
        case .optimizer: model.optimizer.text
        case .metrics: model.metrics.map(\.text).joined(separator: ", ")
        case .batchSize: "\(settings.batchSize)"
        case .epochs: "\(settings.epochs)"
        case .validation: "\(settings.validation)"
        case .folds: settings.folds == 0 ? "" : "\(settings.folds)"
        case .finalEpochs: settings.finalEpochs == 0 ? "" : "\(settings.finalEpochs)"
        case .finalValidation: settings.finalValidation == 0 ? "" : "\(settings.finalValidation)"
        case .finalBatchSize: settings.finalBatchSize == 0 ? "" : "\(settings.finalBatchSize)"
        case .seed: "\(settings.seed)"
        case .threads: "\(settings.threads)"
        case .callbacks: callbacks.map(\.text).joined(separator: ", ")
        case .changes: changes.map(\.text).joined(separator: ", ")
        }
    }

    /// The keys of an experiment's lines, in their order.
    public static let keyNames = keys.map(\.name)

    /// Reads an experiment; only `dataset` and `layers` are required, the rest has the book's values.
    ///
    /// - Parameter text: Lines `key = value`.
    /// - Throws: ``ExperimentError`` with the line.
    public init(text: String) throws {
        try self.init(KeyedLines(text, keys: Self.keyNames))
    }

    /// Reads an experiment from lines, and passes over those of other keys.
    init(_ lines: KeyedLines) throws {
        self.init(dataset: Term(""), model: Model(layers: []))
        for line in lines.lines {
            guard let field = Self.keys.first(where: { $0.name == line.key })?.field else { continue }
            try line.read { try set(field, of: line.key, $0) }
        }
        for key in ["dataset", "layers"] where lines[key]?.value.isEmpty ?? true {
            throw ExperimentError.missingKey(key)
        }
    }

    /// A value of a part that is made of terms; `nil` where it is a number.
    private static func example(of field: Field) -> String? {
        switch field {
        case .dataset: "blobs"
        case .preprocessing: "normalize"
        case .layers: "dense(64, activation=relu), dense(4, activation=softmax)"
        case .loss: "categorical_crossentropy"
        case .optimizer: "adam(learning_rate=0.001)"
        case .metrics: "accuracy"
        case .callbacks: "EarlyStopping(patience=2)"
        case .changes: "at(epochs=3, learning_rate(0.0001))"
        case .batchSize, .epochs, .validation, .folds, .finalEpochs, .finalValidation, .finalBatchSize, .seed,
            .threads:
            nil
        }
    }

    /// Reads a part, and shows what a value looks like where a text has nothing of it.
    private mutating func set(_ field: Field, of key: String, _ text: String) throws {
        do {
            try set(field, text)
        } catch let error as TermError {
            let isOfNoForm =
                switch error {
                case .malformed: true
                // Names are wanted, and not numbers with points.
                case .decimalComma: text.first?.isLetter == false
                default: false
                }
            guard isOfNoForm, let example = Self.example(of: field) else { throw error }
            throw NotATerm(text: text, error: error, example: "\(key) = \(example)")
        }
    }

    private mutating func set(_ field: Field, _ text: String) throws {
        switch field {
        case .dataset: dataset = try Term(parsing: text)
        case .preprocessing:
            preprocessing =
                text == Preprocessing.none
                ? [] : try Term.list(parsing: text).map(Preprocessing.init(term:))
        case .layers: model.layers = try Term.list(parsing: text).map(Layer.init(term:))
        case .loss: model.loss = try Loss(text: text)
        case .optimizer: model.optimizer = try Optimizer(text: text)
        case .metrics: model.metrics = try Term.list(parsing: text).map(Metric.init(term:))
        case .batchSize: settings.batchSize = try integer(text, Quantity.batchSize.rule)
        case .epochs: settings.epochs = try integer(text, Quantity.epochs.rule)
        case .validation: settings.validation = try integer(text, Quantity.validation.rule)
        case .folds: settings.folds = try integer(text, Quantity.folds.rule)
        case .finalEpochs: settings.finalEpochs = try integer(text, Quantity.finalEpochs.rule)
        case .finalValidation: settings.finalValidation = try integer(text, Quantity.validation.rule)
        case .finalBatchSize: settings.finalBatchSize = try integer(text, Quantity.batchSize.rule)
        case .seed:
            settings.seed = try integer(text, Quantity.seed.rule, atMost: TrainingSettings.largestSeed)
        case .threads:
            settings.threads = try integer(text, "threads is a whole number, 0 for as many as there are.")
        case .callbacks: callbacks = try Term.list(parsing: text).map(Callback.init(term:))
        case .changes: changes = try Term.list(parsing: text).map(TimedEdit.init(term:))
        }
    }

    private func integer<Number: FixedWidthInteger>(
        _ text: String, _ rule: String, atMost greatest: Number = .max
    ) throws -> Number {
        guard let number = Number(text), number <= greatest else { throw NotANumber(text: text, rule: rule) }
        return number
    }
}

private struct NotANumber: Error, CustomStringConvertible {
    let text: String
    /// The sentence that says which numbers would do.
    let rule: String
    var description: String {
        DecimalComma(text)?.wholeAdvice ?? "“\(text.printable)” can't be taken: \(rule)"
    }
}

private struct NotATerm: Error, CustomStringConvertible {
    let text: String
    let error: TermError
    /// A line that would do.
    let example: String
    var description: String {
        if case .malformed = error { return "\(error) Write it as in \(example)." }
        return "“\(text.printable)” has no name in it. Write it as in \(example)."
    }
}
