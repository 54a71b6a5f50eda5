extension Dataset {
    /// The samples as a file for numpy, `.npz`.
    ///
    /// Rows of numbers are `x_train` and `x_test`, `[samples, columns]`. Texts are the columns of their words one text
    /// after another, `words_train`, with the place where each text ends, `ends_train`, and the number of `columns`. What
    /// is to be learnt is `y_train` and `y_test`: labels, or numbers.
    public var npz: [UInt8] {
        var writer = NpzWriter()
        for (part, split) in [("train", train), ("test", test)] {
            switch split.inputs {
            case .dense(let rows):
                writer.add("x_\(part)", shape: [split.count, rows.columns], rows.values)
            case .sparse(let rows):
                writer.add("words_\(part)", shape: [rows.indices.count], rows.indices)
                writer.add("ends_\(part)", shape: [split.count], Array(rows.offsets.dropFirst()))
            }
            switch split.targets {
            case .labels(let labels): writer.add("y_\(part)", shape: [labels.count], labels)
            case .values(let rows): writer.add("y_\(part)", shape: [split.count, rows.columns], rows.values)
            }
        }
        if case .sparse(let rows) = train.inputs {
            writer.add("columns", shape: [], [Int32(clamping: rows.columns)])
        }
        return writer.archive
    }

    /// Files of ``npz``; a data set's own archive is another one.
    package static let exportKind = FileKind("export of nnboard") {
        NpzWriter.wrote($0, first: ["x_train", "words_train"])
    }
}
