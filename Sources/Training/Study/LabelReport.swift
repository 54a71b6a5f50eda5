import Datasets

/// The outcome of a ``LabelStudy``, to be printed.
public struct LabelReport: Sendable {
    /// The name of the data set that was studied.
    public var dataset: String
    /// The numbers of samples to train and to test with.
    public var samples: (train: Int, test: Int)
    /// The numbers of units in the hidden layer and in the last one.
    public var units: (hidden: Int, last: Int)
    /// The settings that every network was trained with.
    public var settings: TrainingSettings
    /// A row for each choice.
    public var rows: [LabelStudy.Row]

    /// Joins the rows with what they were worked out from.
    public init(_ study: LabelStudy, on dataset: Dataset, rows: [LabelStudy.Row]) {
        self.dataset = dataset.title
        samples = (dataset.train.count, dataset.test.count)
        units = (study.units, dataset.classes.count)
        settings = study.settings
        self.rows = rows
    }

    /// One JSON object, its keys always in the same order.
    public var json: String {
        JSONValue.object([
            ("dataset", .text(dataset)), ("train", .integer(samples.train)), ("test", .integer(samples.test)),
            ("hidden_units", .integer(units.hidden)), ("batch_size", .integer(settings.batchSize)),
            ("epochs", .integer(settings.epochs)), ("seed", .integer(Int(clamping: settings.seed))),
            ("rows", .list(rows.map(\.json))),
        ]).description
    }

    /// A table to be read, and below it the notes that its last column counts.
    public var table: String {
        var notes: [String] = []
        var lines = [
            ["labels", "last", "loss", "from_logits", "accuracy", "argmax", "loss on test", "note"]
        ]
        for row in rows {
            lines.append(
                row.cells
                    + [
                        row.notes.map { note in
                            let place = notes.firstIndex(of: note)
                            if place == nil { notes.append(note) }
                            return "\((place ?? notes.count - 1) + 1)"
                        }.joined(separator: ", ")
                    ])
        }
        let widths = lines[0].indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        let rows = lines.map { line in
            let cells = line.indices.map { column in
                let space = String(repeating: " ", count: widths[column] - line[column].count)
                // Words begin in one column, numbers end in one.
                return (4...6).contains(column) ? space + line[column] : line[column] + space
            }
            let text = cells.joined(separator: "  ")
            return text.lastIndex { $0 != " " }.map { String(text[...$0]) } ?? ""
        }
        let head =
            "\(dataset), \(samples.train) to train and \(samples.test) to test: \(units.hidden) relu, "
            + "\(units.last) units, adam, batches of \(settings.batchSize), \(settings.epochs) epochs, seed "
            + "\(settings.seed)"
        return ([head, ""] + rows + [""] + notes.enumerated().map { "\($0 + 1). \($1)" })
            .joined(separator: "\n") + "\n"
    }
}

extension LabelStudy.Row {
    /// The texts in the columns of the table but the last.
    fileprivate var cells: [String] {
        let choice = [
            self.choice.labels.rawValue, self.choice.activationName,
            self.choice.loss.name, self.choice.loss.fromLogits ? "True" : "False",
        ]
        switch outcome {
        case .trained(let trained):
            return choice
                + [trained.accuracy, trained.argmaxAccuracy, trained.loss].map { $0.text(decimals: 3) }
        case .refused(let error): return choice + [error.exception.rawValue, "", ""]
        }
    }

    /// The remarks on it below the table.
    fileprivate var notes: [String] {
        switch outcome {
        case .trained: [choice.remark].compactMap(\.self)
        case .refused(let error): ["\(error) Why: \(error.reason)"]
        }
    }

    fileprivate var json: JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("labels", .text(choice.labels.rawValue)), ("activation", .text(choice.activation.name)),
            ("loss", .text(choice.loss.name)), ("from_logits", .flag(choice.loss.fromLogits)),
        ]
        switch outcome {
        case .trained(let trained):
            members += [
                ("accuracy", .number(trained.accuracy)), ("argmax_accuracy", .number(trained.argmaxAccuracy)),
                ("test_loss", .number(trained.loss)),
            ]
            if let warning = choice.warning { members.append(("warning", .text(warning))) }
            if let remark = choice.remark { members.append(("remark", .text(remark))) }
        case .refused(let error):
            members += [
                ("exception", .text(error.exception.rawValue)), ("message", .text(error.message)),
                ("reason", .text(error.reason)),
            ]
        }
        return .object(members)
    }
}

extension LabelChoice {
    /// The usual name of the last activation.
    fileprivate var activationName: String { activation == .linear ? "none" : activation.name }
}
