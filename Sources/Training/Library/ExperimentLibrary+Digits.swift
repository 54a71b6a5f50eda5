extension ExperimentLibrary {
    /// Pictures of digits.
    static let digits: [(name: String, text: String)] = [
        (
            "mnist",
            """
            title = Handwritten digits
            source = Chollet, Deep Learning with Python, 3rd edition, section 2.1
            dataset = mnist
            preprocessing = divide(255)
            layers = dense(512, activation=relu), dense(10, activation=softmax)
            loss = sparse_categorical_crossentropy
            optimizer = adam
            metrics = accuracy
            batch_size = 128
            epochs = 5
            validation = 0
            published = test_accuracy(0.978)
            """
        )
    ]
}
