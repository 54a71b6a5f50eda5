import Datasets

/// One sample that a network is asked about: one of a data set, or a text that somebody typed.
public struct Question: Sendable {
    /// The name of the question: `test 4`, `the text`.
    public let title: String
    /// The data set that it belongs to, or whose words it is made of.
    public let dataset: Dataset
    /// The sample as the network sees it, among others.
    let inputs: Inputs
    /// The row of the sample in the inputs.
    let row: Int
    /// Its class, where that is known.
    let label: Int?
    /// The numbers to be learnt, where they are known.
    let values: [Float]
    /// The words of a typed text, with what became of each; `nil` for a sample of a data set.
    let typed: EncodedText?

    /// Asks about a sample of a data set.
    ///
    /// - Parameters:
    ///   - row: Its number within its split.
    ///   - part: The part that it belongs to; validation samples have the numbers of training samples.
    ///   - dataset: The loaded data, made ready as for training.
    /// - Throws: ``QuestionError/noSample(part:row:count:)``.
    public init(_ row: Int, of part: DataPart, in dataset: Dataset) throws(QuestionError) {
        let split = dataset.split(of: part)
        guard 0..<split.count ~= row else { throw .noSample(part: part, row: row, count: split.count) }
        self.dataset = dataset
        title = "\(part.rawValue) \(row)"
        (inputs, self.row) = (split.inputs, row)
        typed = nil
        switch split.targets {
        case .labels(let labels): (label, values) = (Int(labels[row]), [])
        case .values(let rows): (label, values) = (nil, Array(rows[row]))
        }
    }

    /// Asks about a text.
    ///
    /// - Parameters:
    ///   - text: Words in any letters; split up as the data set's own texts were.
    ///   - dataset: Texts, whose words are told apart.
    /// - Throws: ``QuestionError/noTexts(dataset:)``.
    public init(text: String, in dataset: Dataset) throws(QuestionError) {
        guard let encoder = TextEncoder(dataset) else { throw .noTexts(dataset: dataset.title) }
        let typed = encoder.encode(text)
        self.dataset = dataset
        self.typed = typed
        title = "the text"
        (inputs, row) = (.words(typed.columns, of: dataset.train.inputs.columns), 0)
        (label, values) = (nil, [])
    }

    /// The class of a name or number.
    ///
    /// - Parameter name: As the data set writes it, or from 0.
    /// - Returns: Its number.
    /// - Throws: `TermError` with the nearest name.
    public func label(named name: String) throws -> Int {
        if let label = dataset.classes.firstIndex(of: name) { return label }
        if let label = Int(name), dataset.classes.indices.contains(label) { return label }
        throw TermError.unknownName(name, kind: dataset.nouns.label, choices: dataset.classes)
    }

    /// Names a column of the inputs: a word, a feature, a pixel.
    func name(of column: Int32) -> String {
        if let vocabulary = dataset.vocabulary {
            let word = vocabulary[column]
            guard word == Vocabulary.unknown else { return word }
            return column == 1 ? "(beginning)" : column == 2 ? "(words left out)" : "(mark \(column))"
        }
        if let feature = dataset.features.indices.contains(Int(column)) ? dataset.features[Int(column)] : nil
        {
            return feature.name
        }
        guard let picture = dataset.picture else { return "column \(column)" }
        return "row \(Int(column) / picture.columns), column \(Int(column) % picture.columns)"
    }

    /// Sentences about words that the network is not shown.
    var remarks: [String] {
        guard let typed else { return [] }
        func quoted(_ words: [String]) -> String { words.map { "“\($0)”" }.joined(separator: ", ") }
        var remarks: [String] = []
        if !typed.unknown.isEmpty {
            remarks.append("Not among the words of \(dataset.title): \(quoted(typed.unknown)).")
        }
        if !typed.leftOut.isEmpty {
            remarks.append("Too rare or too frequent for the network to be shown: \(quoted(typed.leftOut)).")
        }
        return remarks
    }
}

/// A reason why a network can't be asked.
public enum QuestionError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The part has no sample of that number.
    case noSample(part: DataPart, row: Int, count: Int)
    /// The samples are no texts.
    case noTexts(dataset: String)
    /// Numbers are learnt, and there are no classes to ask for.
    case noClasses(dataset: String)

    /// The problem, and what to ask instead.
    public var description: String {
        switch self {
        case .noSample(let part, let row, let count):
            ListNumbers.missing(row, in: part.rawValue, count: count)
        case .noTexts(let dataset):
            "\(dataset) has no texts, so none can be judged. Choose a sample by --part and --row."
        case .noClasses(let dataset):
            "\(dataset) has numbers to be learnt, and no classes. Leave --class and --against out."
        }
    }
}
