/// The model, and how it is trained and judged.
extension KerasCode {
    private var adapts: Bool { experiment.model.layers.contains { $0.function is Normalization } }

    /// A function that builds and compiles the model, since folds and final runs need several.
    var buildModel: [String] {
        let model = experiment.model
        let metrics = model.metrics.map { $0.python(isOneHot: isOneHot) }.joined(separator: ", ")
        return [
            "def build_model():",
            "    model = keras.Sequential([",
            "        keras.Input((x_train.shape[1],)),",
        ] + model.layers.map { "        \($0.python)," } + [
            "    ])",
            "    model.compile(",
            "        optimizer=\(model.optimizer.python),",
            "        loss=\(model.loss.python),",
            "        metrics=[\(metrics)],",
            "    )",
            "    return model",
        ]
    }

    /// The sections that train, and that judge by the test samples.
    var training: [[String]] {
        let settings = experiment.settings
        var sections: [[String]] = []
        if adapts { sections.append(adapt) }
        if settings.folds > 1 {
            sections.append(folds)
        } else {
            sections.append(
                ["# The training."]
                    + fit(
                        epochs: settings.epochs, batchSize: settings.batchSize,
                        validation: settings.validation, callbacks: experiment.callbacks))
        }
        if let final = experiment.finalFit?.experiment {
            sections.append(
                ["# A new network, trained for as long as that has shown to be right."]
                    + fit(
                        epochs: final.settings.epochs, batchSize: final.settings.batchSize,
                        validation: final.settings.validation, callbacks: final.callbacks))
        }
        // Folds show how long to train; none of their networks is to be tested.
        if settings.folds <= 1 || settings.finalEpochs > 0 { sections.append(evaluation) }
        return sections
    }

    /// The lines that judge by the test samples.
    private var evaluation: [String] {
        ["results = model.evaluate(x_test, y_test, return_dict=True)", "print(results)"]
    }

    /// Trains a new network with all but the first samples.
    private func fit(epochs: Int, batchSize: Int, validation: Int, callbacks: [Callback]) -> [String] {
        let (x, y) = validation > 0 ? ("partial_x_train", "partial_y_train") : ("x_train", "y_train")
        var lines: [String] = []
        if validation > 0 {
            lines += [
                "x_val, partial_x_train = x_train[:\(validation)], x_train[\(validation):]",
                "y_val, partial_y_train = y_train[:\(validation)], y_train[\(validation):]",
            ]
        }
        lines.append("model = build_model()")
        if adapts { lines.append("adapt(model, \(x))") }
        return lines
            + call(
                x, y, epochs: epochs, batchSize: batchSize, validates: validation > 0, callbacks: callbacks)
    }

    private func call(
        _ x: String, _ y: String, epochs: Int, batchSize: Int, validates: Bool, callbacks: [Callback]
    ) -> [String] {
        ["history = model.fit(", "    \(x), \(y),", "    epochs=\(epochs),", "    batch_size=\(batchSize),"]
            + (validates ? ["    validation_data=(x_val, y_val),"] : [])
            + (callbacks.isEmpty
                ? [] : ["    callbacks=[\(callbacks.map(\.python).joined(separator: ", "))],"])
            + [")"]
    }

    /// K-fold validation as in the book (section 4.3.4).
    private var folds: [String] {
        let settings = experiment.settings
        let lines =
            [
                "print(f\"Fold {fold + 1} of {k}\")",
                "start, end = fold * fold_size, (fold + 1) * fold_size",
                "x_val, y_val = x_train[start:end], y_train[start:end]",
                "partial_x_train = np.concatenate([x_train[:start], x_train[end:]])",
                "partial_y_train = np.concatenate([y_train[:start], y_train[end:]])",
                "model = build_model()",
            ] + (adapts ? ["adapt(model, partial_x_train)"] : [])
            + call(
                "partial_x_train", "partial_y_train", epochs: settings.epochs, batchSize: settings.batchSize,
                validates: true, callbacks: experiment.callbacks)
            + ["histories.append(history.history)"]
        return [
            "# K-fold validation: each part of the training samples judges a network that the others have trained.",
            "k = \(settings.folds)",
            "fold_size = len(x_train) // k",
            "histories = []",
            "for fold in range(k):",
        ] + lines.map { "    " + $0 } + [
            "for name in histories[0]:",
            "    print(name, np.mean([history[name][-1] for history in histories]))",
        ]
    }

    /// Normalizations take mean and variance from the samples to be trained with, each behind the layers before it.
    private var adapt: [String] {
        [
            "def adapt(model, x):",
            "    for place, layer in enumerate(model.layers):",
            "        if isinstance(layer, layers.Normalization):",
            "            before = model.layers[:place]",
            "            layer.adapt(keras.Sequential([keras.Input((x.shape[1],)), *before]).predict(x) if before else x)",
        ]
    }

    // MARK: Saved weights

    /// A function that reads a safetensors file.
    var loadWeights: [String] {
        [
            "def load_weights(model, path):",
            "    with open(path, \"rb\") as file:",
            "        header = json.loads(file.read(int.from_bytes(file.read(8), \"little\")))",
            "        numbers = file.read()",
            "",
            "    def array(name):",
            "        start, end = header[name][\"data_offsets\"]",
            "        return np.frombuffer(numbers[start:end], \"<f4\").reshape(header[name][\"shape\"])",
            "",
            "    arrays = [",
        ]
            + zip(experiment.model.layers, experiment.model.layerNames).map { layer, name in
                "        [\(layer.parts.map { Python.text("\(name)/\($0.name)") }.joined(separator: ", "))],"
            } + [
                "    ]",
                "    for layer, names in zip(model.layers, arrays):",
                "        if isinstance(layer, layers.Normalization):",
                "            layer.set_weights([*map(array, names), np.array(0)])",
                "            layer.finalize_state()",
                "        else:",
                "            layer.set_weights([*map(array, names)])",
            ]
    }

    /// Loads saved weights and judges them.
    func load(_ path: String) -> [String] {
        ["model = build_model()", "load_weights(model, \(Python.text(path)))"] + evaluation
    }
}
