import Datasets

/// The part of a script that gets the samples.
extension KerasCode {
    /// The lines about the data of a script, with what they need.
    struct Data {
        /// Lines that end in `x_train`, `y_train`, `x_test` and `y_test`, a row a sample.
        var lines: [String]
        /// Functions that they need.
        var functions: [[String]] = []
        /// Modules that they need.
        var imports: [String] = []
        /// The packages that have to be installed.
        var packages = "keras, tensorflow and numpy"
        /// Tells whether classes are learnt rather than numbers.
        var hasClasses = true
    }

    /// The experiment's data.
    var data: Data {
        let term = experiment.dataset
        switch term.name {
        case "reuters", "imdb": return texts(term)
        case "california_housing", "boston_housing":
            return Data(lines: [Self.loadData(term)], hasClasses: false)
        case "mnist":
            return Data(lines: [
                Self.loadData(term), "x_train = x_train.reshape(len(x_train), -1).astype(\"float32\")",
                "x_test = x_test.reshape(len(x_test), -1).astype(\"float32\")",
            ])
        default: return points(term) ?? exported(term)
        }
    }

    /// Keras' own function with the same arguments.
    private static func loadData(_ term: Term) -> String {
        let call = Python.call("keras.datasets.\(term.name).load_data", term.arguments)
        return "(x_train, y_train), (x_test, y_test) = \(call)"
    }

    // MARK: Texts

    private static let multiHot = [
        "def multi_hot(texts, columns):",
        "    rows = np.zeros((len(texts), columns), dtype=\"float32\")",
        "    for row, words in enumerate(texts):",
        "        rows[row, words] = 1",
        "    return rows",
    ]

    private func texts(_ term: Term) -> Data {
        var term = term
        // Keras keeps all words where nobody says anything, and nnboard the book's ten thousand.
        let words = term.arguments.first { $0.label == "num_words" }?.value
        if words == nil {
            term.arguments.insert(.init("num_words", .number(Double(TextArguments().numWords ?? 0))), at: 0)
        }
        var width = "columns"
        var lines = [Self.loadData(term)]
        switch words ?? .number(Double(TextArguments().numWords ?? 0)) {
        case .number(let count) where count > 0: width = Python.number(count)
        // The rarest word of all is left out, as Keras does.
        default: lines.append("columns = max(max(words) for words in [*x_train, *x_test]) + 1")
        }
        lines.append("x_train, x_test = multi_hot(x_train, \(width)), multi_hot(x_test, \(width))")
        return Data(lines: lines, functions: [Self.multiHot])
    }

    // MARK: What nnboard makes itself

    /// Samples that only nnboard has, from a file that it writes.
    private func exported(_ term: Term) -> Data {
        let name = term.name
        let file = "\(name).npz"
        let isOfTexts = ["sample", "sample_reviews"].contains(name)
        let lines = [
            "# nnboard writes this file: nnboard data export \"\(term.description.replacing("\"", with: "\\\""))\" \(file)",
            "data = np.load(\"\(file)\")",
        ]
        guard isOfTexts else {
            return Data(
                lines: lines + [
                    "x_train, y_train = data[\"x_train\"], data[\"y_train\"]",
                    "x_test, y_test = data[\"x_test\"], data[\"y_test\"]",
                ], hasClasses: !["sample_houses", "sample_tracts"].contains(name))
        }
        func part(_ part: String) -> String {
            "x_\(part) = multi_hot(np.split(data[\"words_\(part)\"], data[\"ends_\(part)\"][:-1]), data[\"columns\"])"
        }
        return Data(
            lines: lines + [
                part("train"), part("test"), "y_train, y_test = data[\"y_train\"], data[\"y_test\"]",
            ], functions: [Self.multiHot])
    }

    // MARK: Made ready

    /// The lines that make the numbers and the labels ready.
    var preparation: [String] {
        let entry = try? Catalog.entry(named: experiment.dataset.name)
        let steps = experiment.preprocessing ?? entry?.preprocessing ?? []
        var lines: [String] = []
        for step in steps {
            switch step {
            case .normalize:
                lines += [
                    "mean, deviation = x_train.mean(axis=0, dtype=\"float64\"), x_train.std(axis=0, dtype=\"float64\")",
                    "deviation[deviation == 0] = 1",
                    "x_train, x_test = (x_train - mean) / deviation, (x_test - mean) / deviation",
                ]
            case .divide(let divisor):
                let by = Python.number(divisor)
                lines.append("x_train, x_test = x_train / \(by), x_test / \(by)")
            case .divideTargets(let divisor):
                let by = Python.number(divisor)
                lines.append("y_train, y_test = y_train / \(by), y_test / \(by)")
            case .first(let train, let test):
                lines += [
                    "x_train, y_train = x_train[:\(train)], y_train[:\(train)]",
                    "x_test, y_test = x_test[:\(test)], y_test[:\(test)]",
                ]
            }
        }
        if isOneHot {
            lines += ["train", "test"].map {
                "y_\($0) = keras.utils.to_categorical(y_\($0), \(outputs))"
            }
        } else if data.hasClasses, outputs == 1 {
            lines.append("y_train, y_test = y_train.astype(\"float32\"), y_test.astype(\"float32\")")
        }
        return lines
    }
}
