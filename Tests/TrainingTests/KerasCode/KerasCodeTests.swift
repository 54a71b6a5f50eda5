import Datasets
import Testing

@testable import Training

/// Compares the code as text; `make verify` looks at the results of running it.
@Suite struct `An experiment as Keras code` {
    private static let library = ExperimentLibrary().experiments

    private func code(_ name: String) throws -> String {
        let named = try #require(Self.library.first { $0.name == name })
        return KerasCode(named.experiment, title: named.title).text
    }

    @Test func `reads as the book has it`() throws {
        #expect(
            try code("reuters") == """
                \"\"\"Newswires in 46 topics: what nnboard trains, in Keras 3.

                It wants keras, tensorflow and numpy: pip install keras tensorflow numpy.
                \"\"\"

                import keras
                import numpy as np
                from keras import layers

                keras.utils.set_random_seed(1)


                def multi_hot(texts, columns):
                    rows = np.zeros((len(texts), columns), dtype="float32")
                    for row, words in enumerate(texts):
                        rows[row, words] = 1
                    return rows


                # The data.
                (x_train, y_train), (x_test, y_test) = keras.datasets.reuters.load_data(num_words=10000)
                x_train, x_test = multi_hot(x_train, 10000), multi_hot(x_test, 10000)
                y_train = keras.utils.to_categorical(y_train, 46)
                y_test = keras.utils.to_categorical(y_test, 46)


                def build_model():
                    model = keras.Sequential([
                        keras.Input((x_train.shape[1],)),
                        layers.Dense(64, activation="relu"),
                        layers.Dense(64, activation="relu"),
                        layers.Dense(46, activation="softmax"),
                    ])
                    model.compile(
                        optimizer="adam",
                        loss="categorical_crossentropy",
                        metrics=["accuracy", keras.metrics.TopKCategoricalAccuracy(k=3, name="top_k_categorical_accuracy")],
                    )
                    return model


                # The training.
                x_val, partial_x_train = x_train[:1000], x_train[1000:]
                y_val, partial_y_train = y_train[:1000], y_train[1000:]
                model = build_model()
                history = model.fit(
                    partial_x_train, partial_y_train,
                    epochs=20,
                    batch_size=512,
                    validation_data=(x_val, y_val),
                )

                # A new network, trained for as long as that has shown to be right.
                model = build_model()
                history = model.fit(
                    x_train, y_train,
                    epochs=9,
                    batch_size=512,
                )

                results = model.evaluate(x_test, y_test, return_dict=True)
                print(results)

                """)
    }

    @Test func `makes numbers ready and divides them into folds as the book does`() throws {
        let code = try code("california")
        for line in [
            "keras.datasets.california_housing.load_data(version=\"small\")",
            "x_train, x_test = (x_train - mean) / deviation, (x_test - mean) / deviation",
            "y_train, y_test = y_train / 100000, y_test / 100000", "k = 4", "fold_size = len(x_train) // k",
            "    partial_x_train = np.concatenate([x_train[:start], x_train[end:]])", "    epochs=130,",
        ] { #expect(code.contains(line + "\n"), "\(line)") }
        #expect(!code.contains("to_categorical"))
    }

    @Test func `tests none of the networks of folds`() throws {
        #expect(try !code("california-folds").contains("evaluate"))
    }

    @Test(arguments: [
        ("spirals", "random = np.random.RandomState(1)"),
        (
            "blobs",
            "x, y = make_blobs(100, centers=[[-5, 2], [-2, -2], [1, 2], [5, -2]], cluster_std=1, random_state=30)"
        ),
        ("blobs", "        optimizer=keras.optimizers.Adam(learning_rate=0.01),"),
        ("blobs", "        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),"),
        ("moons", "x, y = make_moons(400, noise=0.2, random_state=1)"),
        ("imdb", "y_train, y_test = y_train.astype(\"float32\"), y_test.astype(\"float32\")"),
        ("mnist", "x_train, x_test = x_train / 255, x_test / 255"),
        ("reuters-sparse", "        loss=\"sparse_categorical_crossentropy\","),
    ])
    func `has what an experiment needs`(name: String, line: String) throws {
        #expect(try code(name).contains(line + "\n"))
    }

    @Test func `says everything that layers, optimizers and callbacks can be told`() throws {
        let experiment = try Experiment(
            text: """
                dataset = sample(seed=7)
                layers = normalization, dense(8, activation=leaky_relu(negative_slope=0.1), kernel_initializer=he_normal, kernel_regularizer=l1_l2(l1=0.001, l2=0.01), name="first one"), dropout(0.5), dense(4, use_bias=false, bias_initializer=constant(value=0.5)), activation(softmax)
                optimizer = sgd(learning_rate=CosineDecay(0.1, 100), momentum=0.9, nesterov=true, clipnorm=1)
                metrics = accuracy, precision(thresholds=0.3), mae
                callbacks = EarlyStopping(monitor=val_loss, patience=2, restore_best_weights=true), TerminateOnNaN
                """)
        let code = KerasCode(experiment).text
        for line in [
            "        layers.Normalization(),",
            "        layers.Dense(8, activation=lambda x: keras.activations.leaky_relu(x, negative_slope=0.1), "
                + "kernel_initializer=\"he_normal\", kernel_regularizer=keras.regularizers.L1L2(l1=0.001, l2=0.01), "
                + "name=\"first one\"),",
            "        layers.Dropout(0.5),",
            "        layers.Dense(4, use_bias=False, bias_initializer=keras.initializers.Constant(value=0.5)),",
            "        layers.Activation(\"softmax\"),",
            "        optimizer=keras.optimizers.SGD(learning_rate=keras.optimizers.schedules.CosineDecay("
                + "initial_learning_rate=0.1, decay_steps=100), momentum=0.9, nesterov=True, clipnorm=1),",
            "        metrics=[\"accuracy\", keras.metrics.Precision(thresholds=0.3, name=\"precision\"), \"mae\"],",
            "    callbacks=[keras.callbacks.EarlyStopping(patience=2, restore_best_weights=True), "
                + "keras.callbacks.TerminateOnNaN()],",
            "adapt(model, partial_x_train)",
            "# nnboard writes this file: nnboard data export \"sample(seed=7)\" sample.npz",
        ] { #expect(code.contains(line + "\n"), "\(line)") }
    }

    @Test func `loads saved weights instead of training`() throws {
        let experiment = try Experiment(
            text:
                "dataset = reuters\nlayers = normalization, dense(64), dropout(0.5), dense(46, use_bias=false)"
        )
        let code = KerasCode(experiment, weights: "my \"model\".safetensors").text
        for line in [
            "import json", "        [\"normalization/mean\", \"normalization/variance\"],",
            "        [\"dense/kernel\", \"dense/bias\"],", "        [],", "        [\"dense_1/kernel\"],",
            "load_weights(model, \"my \\\"model\\\".safetensors\")",
        ] { #expect(code.contains(line + "\n"), "\(line)") }
        #expect(!code.contains("fit("))
    }

    @Test func `takes the metric that fits the labels`() throws {
        var experiment = try Experiment(
            text: "dataset = reuters\nlayers = dense(46)\nmetrics = top_3_accuracy, categorical_accuracy")
        #expect(
            KerasCode(experiment).text.contains(
                "[keras.metrics.TopKCategoricalAccuracy(k=3, name=\"top_3_accuracy\"), \"categorical_accuracy\"]"
            ))
        experiment.model.loss = .sparseCategoricalCrossentropy(fromLogits: true)
        #expect(
            KerasCode(experiment).text.contains(
                "[keras.metrics.SparseTopKCategoricalAccuracy(k=3, name=\"top_3_accuracy\"), "
                    + "keras.metrics.SparseCategoricalAccuracy(name=\"categorical_accuracy\")]"))
    }
}
