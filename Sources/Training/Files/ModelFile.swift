import Datasets

/// A trained network with what has to be known to use it: `NAME.safetensors` with its weights, and
/// `NAME.json` next to it, which says what they belong to.
public struct ModelFile: Equatable, Sendable {
    /// The experiment that it was trained by.
    public var experiment: Experiment
    /// The trained weights.
    public var network: Network
    /// The names of the classes, in label order; empty where numbers are learnt.
    public var classes: [String]
    /// The features of a sample, and how they were made ready; empty where samples are texts or pictures.
    public var features: [Feature]
    /// The numbers to be learnt; empty where classes are.
    public var values: [Feature]
    /// The number of epochs for which the weights were trained.
    public var epochs: Int
    /// The measured values, by the names of Keras' history and the samples: `val_loss`, `test_accuracy`.
    public var results: [Result]
    /// The types that the weights had in their file where they were converted to float32, in order of appearance.
    public internal(set) var convertedFrom: [Safetensors.ElementType] = []

    /// The sentence that says of converted weights what was done; `nil` where nothing was.
    public var conversion: String? {
        guard !convertedFrom.isEmpty else { return nil }
        let types = convertedFrom.map(\.numpyName).joined(separator: ", ")
        return "The weights are \(types) in the file, and were converted to float32."
    }

    /// One number that was measured.
    public struct Result: Equatable, Sendable {
        /// The name of the measure, with the samples: `test_accuracy`.
        public var name: String
        /// The measured value.
        public var value: Double

        /// Names a number.
        public init(_ name: String, _ value: Double) {
            self.name = name
            self.value = value
        }
    }

    /// Puts a model together.
    ///
    /// - Parameters:
    ///   - experiment: The experiment that it was trained by.
    ///   - network: The trained weights.
    ///   - dataset: The data set that it was trained on; nothing of its samples is kept.
    ///   - epochs: The number of epochs for which it was trained.
    ///   - results: The measured values.
    public init(
        _ experiment: Experiment, network: Network, dataset: Dataset, epochs: Int, results: [Result] = []
    ) {
        self.experiment = experiment
        self.network = network
        self.epochs = epochs
        self.results = results
        (classes, features, values) = (dataset.classes, dataset.features, dataset.values)
    }

    /// Puts together what came of a run without a screen.
    ///
    /// - Parameters:
    ///   - report: The outcome of its run.
    ///   - network: The network that was tested or, where none was, that of the first fold.
    ///   - dataset: The data set that it was trained on.
    package init(_ report: Report, network: Network, dataset: Dataset) {
        let history = report.finalHistory ?? report.folds.first?.history ?? report.history
        let last = history.columns.compactMap { column in column.values.last.map { Result(column.key, $0) } }
        let test = report.test?.columns.map { Result("test_" + $0.key, $0.value) } ?? []
        self.init(
            report.experiment, network: network, dataset: dataset, epochs: history.epochs.count,
            results: last + test)
    }

    init(
        experiment: Experiment, network: Network, classes: [String], features: [Feature], values: [Feature],
        epochs: Int, results: [Result]
    ) {
        self.experiment = experiment
        self.network = network
        self.classes = classes
        self.features = features
        self.values = values
        self.epochs = epochs
        self.results = results
    }

    /// The most bytes that a description may have; it holds names, not numbers.
    private static let longestDescription = 1 << 24
    /// The most bytes of weights that are read: as many as would fill most machines' memory.
    static let largestWeights = 1 << 34

    /// Writes both files, in the place of others of their names, whatever those are: both or neither.
    ///
    /// - Parameter name: The path of the files, with or without `.safetensors` or `.json` at its end.
    /// - Returns: The two paths.
    /// - Throws: ``FileError``; an earlier model of that name is then as it was.
    @discardableResult
    public func write(to name: String) throws(FileError) -> (weights: String, description: String) {
        try write(to: Place(name), FileWriter.Options(replacing: .anything))
    }

    /// Writes both files in a place that was just found.
    @discardableResult
    package func write(
        to place: Place, _ options: FileWriter.Options = FileWriter.Options()
    ) throws(FileError) -> (weights: String, description: String) {
        do throws(WritingError) {
            try put(in: place, options)
        } catch {
            throw FileError(error)
        }
        return (place.paths.weights, place.paths.description)
    }

    /// Writes both files, and leaves the system's reason to the caller.
    func put(in place: Place, _ options: FileWriter.Options) throws(WritingError) {
        let bytes = Safetensors(
            metadata: [
                "format": Self.format, "experiment": experiment.text, "epochs": "\(epochs)",
            ], tensors: network.tensors
        ).bytes
        let description = json(weights: place.paths.weightsName, checksum: SHA256.hexadecimal(bytes))
        try FileWriter.write(
            [(bytes, place.weights), (Array(description.utf8), place.description)], options)
    }

    /// Reads both files.
    ///
    /// - Parameter name: The path of the files, with or without `.safetensors` or `.json` at its end.
    /// - Throws: ``FileError``: one is missing, damaged, cut off, or was not saved together with the other.
    public init(path name: String) throws(FileError) {
        let paths = try Paths(checking: name)
        let json = try WholeFile.read(paths.description, atMost: Self.longestDescription)
        let description = try ModelDescription(json, path: paths.description)
        let bytes = try WholeFile.read(paths.weights, atMost: Self.largestWeights)
        let tensors = try Safetensors(bytes: bytes, path: paths.weights)
        let network = try Network(
            model: description.experiment.model, inputs: description.inputs, tensors: tensors,
            path: paths.weights)
        // Weights of the right shapes may still be those of another training.
        if let checksum = description.checksum, SHA256.hexadecimal(bytes) != checksum {
            throw .otherWeights(path: paths.weights, description: paths.description)
        }
        self.init(
            experiment: description.experiment, network: network, classes: description.classes,
            features: description.features, values: description.values, epochs: description.epochs,
            results: description.results)
        let used = Set(network.tensors.map(\.name))
        for tensor in tensors.tensors
        where used.contains(tensor.name) && tensor.type != .float32 && !convertedFrom.contains(tensor.type) {
            convertedFrom.append(tensor.type)
        }
    }
}
