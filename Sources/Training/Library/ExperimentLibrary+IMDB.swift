extension ExperimentLibrary {
    /// Film reviews: yes or no.
    static let imdb: [(name: String, text: String)] = [
        (
            "imdb",
            """
            # Twenty epochs on 15,000 reviews overfit after about four; a new network is then trained for four
            # epochs on all 25,000.
            title = Film reviews, good or bad
            source = Chollet, Deep Learning with Python, 3rd edition, section 4.1
            dataset = imdb
            layers = dense(16, activation=relu), dense(16, activation=relu), dense(1, activation=sigmoid)
            loss = binary_crossentropy
            optimizer = adam
            metrics = accuracy
            batch_size = 512
            epochs = 20
            validation = 10000
            final_epochs = 4
            published = test_accuracy(0.883), test_loss(0.29)
            """
        ),
        (
            "imdb-rmsprop",
            """
            title = Film reviews, as in the first edition
            source = Chollet, Deep Learning with Python, 1st edition, section 3.4
            dataset = imdb
            layers = dense(16, activation=relu), dense(16, activation=relu), dense(1, activation=sigmoid)
            loss = binary_crossentropy
            optimizer = rmsprop
            metrics = accuracy
            batch_size = 512
            epochs = 20
            validation = 10000
            final_epochs = 4
            published = test_accuracy(0.883), test_loss(0.29)
            """
        ),
        (
            "imdb-one",
            """
            title = Film reviews, one hidden layer
            source = Chollet, Deep Learning with Python, section 4.1.6, further experiments
            dataset = imdb
            layers = dense(16, activation=relu), dense(1, activation=sigmoid)
            loss = binary_crossentropy
            optimizer = adam
            metrics = accuracy
            batch_size = 512
            epochs = 20
            validation = 10000
            final_epochs = 4
            """
        ),
        (
            "imdb-three",
            """
            title = Film reviews, three hidden layers
            source = Chollet, Deep Learning with Python, section 4.1.6, further experiments
            dataset = imdb
            layers = dense(16, activation=relu), dense(16, activation=relu), dense(16, activation=relu), dense(1, activation=sigmoid)
            loss = binary_crossentropy
            optimizer = adam
            metrics = accuracy
            batch_size = 512
            epochs = 20
            validation = 10000
            final_epochs = 4
            """
        ),
        (
            "imdb-32",
            """
            title = Film reviews, 32 units a layer
            source = Chollet, Deep Learning with Python, section 4.1.6, further experiments
            dataset = imdb
            layers = dense(32, activation=relu), dense(32, activation=relu), dense(1, activation=sigmoid)
            loss = binary_crossentropy
            optimizer = adam
            metrics = accuracy
            batch_size = 512
            epochs = 20
            validation = 10000
            final_epochs = 4
            """
        ),
        (
            "imdb-64",
            """
            title = Film reviews, 64 units a layer
            source = Chollet, Deep Learning with Python, section 4.1.6, further experiments
            dataset = imdb
            layers = dense(64, activation=relu), dense(64, activation=relu), dense(1, activation=sigmoid)
            loss = binary_crossentropy
            optimizer = adam
            metrics = accuracy
            batch_size = 512
            epochs = 20
            validation = 10000
            final_epochs = 4
            """
        ),
        (
            "imdb-tanh",
            """
            title = Film reviews with tanh
            source = Chollet, Deep Learning with Python, section 4.1.6, further experiments
            dataset = imdb
            layers = dense(16, activation=tanh), dense(16, activation=tanh), dense(1, activation=sigmoid)
            loss = binary_crossentropy
            optimizer = adam
            metrics = accuracy
            batch_size = 512
            epochs = 20
            validation = 10000
            final_epochs = 4
            """
        ),
        (
            "imdb-mse",
            """
            title = Film reviews by the mean squared error
            source = Chollet, Deep Learning with Python, section 4.1.6, further experiments
            dataset = imdb
            layers = dense(16, activation=relu), dense(16, activation=relu), dense(1, activation=sigmoid)
            loss = mean_squared_error
            optimizer = adam
            metrics = accuracy
            batch_size = 512
            epochs = 20
            validation = 10000
            final_epochs = 4
            """
        ),
    ]
}
