import Datasets

/// An experiment as a Python script for Keras 3 that loads the same data, and builds, trains and evaluates the same
/// model.
///
/// The script runs as it is. Its figures are those of another seed: Keras draws weights and order by generators of its
/// own. With weights that ``ModelFile`` saved it trains nothing, and its predictions are those of nnboard.
public struct KerasCode: Equatable, Sendable {
    /// The experiment that the script shows.
    public var experiment: Experiment
    /// The title of the experiment, for the first line.
    public var title: String
    /// The saved weights that it loads, instead of training; the path of a `.safetensors` file.
    public var weights: String?

    /// Describes a script.
    ///
    /// - Parameters:
    ///   - experiment: The experiment to show.
    ///   - title: The title for the first line; by default the data set's name.
    ///   - weights: The path of saved weights; without them, the model is trained.
    public init(_ experiment: Experiment, title: String? = nil, weights: String? = nil) {
        self.experiment = experiment
        self.title = title ?? experiment.dataset.name
        self.weights = weights
    }

    /// The number of outputs of the model.
    var outputs: Int { experiment.model.outputs(for: 1) }

    /// Tells whether labels become rows of zeros and ones, as all losses of Keras want them but one.
    var isOneHot: Bool {
        data.hasClasses && outputs > 1 && !(experiment.model.loss.function is SparseCategoricalCrossentropy)
    }

    /// The end of the first line.
    private static let heading = ": what nnboard trains, in Keras 3."

    /// Scripts of this kind, as a person may have changed them.
    package static let kind = FileKind("Keras script of nnboard") {
        $0.starts(with: "\"\"\"".utf8) && $0.contains(text: heading)
    }

    /// The whole script.
    public var text: String {
        let data = data
        var imports = ["import keras", "import numpy as np"] + data.imports + ["from keras import layers"]
        if weights != nil { imports.insert("import json\n", at: 0) }
        let sections =
            [
                [
                    "\"\"\"\(title.replacing("\"", with: "'"))\(Self.heading)",
                    "",
                    "It wants \(data.packages): pip install \(data.packages.replacing(" and", with: "").replacing(",", with: "")).",
                    "\"\"\"",
                ],
                imports,
                ["keras.utils.set_random_seed(\(experiment.settings.seed % (1 << 32)))"],
            ] + data.functions + [["# The data."] + data.lines + preparation] + [buildModel]
            + (weights.map { [loadWeights, load($0)] } ?? training)
        return Self.joined(sections)
    }

    /// Sections with a line between them, and two around functions, as Python's style guide (PEP 8) has it.
    private static func joined(_ sections: [[String]]) -> String {
        var text = ""
        var wasFunction = false
        for section in sections where !section.isEmpty {
            let isFunction = section[0].hasPrefix("def ")
            if !text.isEmpty { text += isFunction || wasFunction ? "\n\n" : "\n" }
            text += section.joined(separator: "\n") + "\n"
            wasFunction = isFunction
        }
        return text
    }
}
