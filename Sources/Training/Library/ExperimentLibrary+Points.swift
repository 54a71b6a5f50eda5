extension ExperimentLibrary {
    /// Points in the plane, whose decision regions can be seen.
    static let points: [(name: String, text: String)] = [
        (
            "blobs",
            """
            # Some seeds end with a dead unit and a loss above 0.1, in Keras as here.
            title = Four clouds of points through two units
            source = a course notebook on what hidden units do
            dataset = blobs
            layers = dense(2, activation=relu), dense(4)
            loss = sparse_categorical_crossentropy(from_logits=true)
            optimizer = adam(learning_rate=0.01)
            metrics = accuracy
            batch_size = 32
            epochs = 200
            validation = 0
            published = last_loss(0.0474)
            """
        ),
        (
            "spirals",
            """
            title = Two spirals
            source = the playground of nnboard
            dataset = spirals
            layers = dense(16, activation=tanh), dense(16, activation=tanh), dense(2)
            loss = sparse_categorical_crossentropy(from_logits=true)
            optimizer = adam(learning_rate=0.03)
            metrics = accuracy
            batch_size = 16
            epochs = 200
            validation = 0
            """
        ),
        (
            "circles",
            """
            title = A ring around a cloud
            source = the playground of nnboard
            dataset = circles
            layers = dense(8, activation=tanh), dense(2)
            loss = sparse_categorical_crossentropy(from_logits=true)
            optimizer = adam(learning_rate=0.03)
            metrics = accuracy
            batch_size = 16
            epochs = 200
            validation = 0
            """
        ),
        (
            "xor",
            """
            title = Four quarters, crosswise
            source = the playground of nnboard
            dataset = xor
            layers = dense(8, activation=relu), dense(2)
            loss = sparse_categorical_crossentropy(from_logits=true)
            optimizer = adam(learning_rate=0.03)
            metrics = accuracy
            batch_size = 16
            epochs = 200
            validation = 0
            """
        ),
        (
            "moons",
            """
            title = Two half moons
            source = the playground of nnboard
            dataset = moons
            layers = dense(16, activation=relu), dense(2)
            loss = sparse_categorical_crossentropy(from_logits=true)
            optimizer = adam(learning_rate=0.03)
            metrics = accuracy
            batch_size = 16
            epochs = 200
            validation = 0
            """
        ),
        (
            "gaussians",
            """
            title = Two round clouds
            source = the playground of nnboard
            dataset = gaussians
            layers = dense(4, activation=tanh), dense(2)
            loss = sparse_categorical_crossentropy(from_logits=true)
            optimizer = adam(learning_rate=0.03)
            metrics = accuracy
            batch_size = 16
            epochs = 200
            validation = 0
            """
        ),
    ]
}
