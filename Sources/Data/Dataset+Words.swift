extension Dataset {
    /// The meaning of a column of a multi-hot row: a word, or the name of a mark.
    ///
    /// - Parameter column: The column, which is the word's index.
    /// - Returns: The word; `(start)` for the mark that begins a text, `(left out)` for that of words left out, and
    ///   ``Vocabulary/unknown`` for what is neither.
    public func word(of column: Int32) -> String {
        guard let vocabulary else { return "\(column)" }
        let word = vocabulary[column]
        guard word == Vocabulary.unknown else { return word }
        var reader = TermReader(reference)
        let arguments = (try? TextArguments(from: &reader, of: reference.name)) ?? TextArguments()
        switch Int(column) {
        case arguments.startChar: return "(start)"
        case arguments.oovChar: return "(left out)"
        default: return word
        }
    }
}
