extension ExperimentLibrary {
    /// Newswires in many topics: one of many classes.
    static let reuters: [(name: String, text: String)] = [
        (
            "reuters",
            """
            # Twenty epochs show on 1,000 validation wires that nine are enough; a new network is then trained
            # for nine epochs on all 8,982 and judged by the 2,246 test wires.
            title = Newswires in 46 topics
            source = Chollet, Deep Learning with Python, 3rd edition, section 4.2
            dataset = reuters
            layers = dense(64, activation=relu), dense(64, activation=relu), dense(46, activation=softmax)
            metrics = accuracy, top_k_categorical_accuracy(k=3)
            optimizer = adam
            batch_size = 512
            epochs = 20
            validation = 1000
            final_epochs = 9
            published = test_accuracy(0.797), test_loss(0.957)
            """
        ),
        (
            "reuters-first",
            """
            # The final network is trained on 7,982 wires and validated on the others.
            title = Newswires in 46 topics, as in the first edition
            source = Chollet, Deep Learning with Python, 1st edition, section 3.5
            dataset = reuters
            layers = dense(64, activation=relu), dense(64, activation=relu), dense(46, activation=softmax)
            metrics = accuracy
            optimizer = rmsprop
            batch_size = 512
            epochs = 20
            validation = 1000
            final_epochs = 9
            final_validation = 1000
            published = test_accuracy(0.797), test_loss(0.957)
            """
        ),
        (
            "reuters-course",
            """
            title = Newswires in 46 topics, as in a course notebook
            source = a course notebook after the book
            dataset = reuters
            layers = dense(64, activation=relu), dense(64, activation=relu), dense(46, activation=softmax)
            metrics = accuracy
            optimizer = rmsprop
            batch_size = 512
            epochs = 9
            validation = 0
            published = test_accuracy(0.782), test_loss(0.93)
            """
        ),
        (
            "reuters-sparse",
            """
            # The same numbers, bit for bit, as with one-hot labels and categorical_crossentropy.
            title = Newswires, the labels as whole numbers
            source = Chollet, Deep Learning with Python, 3rd edition, section 4.2.7
            dataset = reuters
            layers = dense(64, activation=relu), dense(64, activation=relu), dense(46, activation=softmax)
            loss = sparse_categorical_crossentropy
            metrics = accuracy, sparse_top_k_categorical_accuracy(k=3)
            optimizer = adam
            batch_size = 512
            epochs = 20
            validation = 1000
            final_epochs = 9
            """
        ),
        (
            "reuters-bottleneck",
            """
            title = Newswires through a layer that is too small
            source = Chollet, Deep Learning with Python, 3rd edition, section 4.2.8
            dataset = reuters
            layers = dense(64, activation=relu), dense(4, activation=relu), dense(46, activation=softmax)
            metrics = accuracy, top_k_categorical_accuracy(k=3)
            optimizer = adam
            batch_size = 128
            epochs = 20
            validation = 1000
            published = best_val_accuracy(0.71)
            """
        ),
        (
            "reuters-thin",
            """
            # How such a run ends depends on its first weights: Keras comes to anything from 0.21 to 0.53.
            title = Newswires through four layers of four units
            source = a course notebook after the book
            dataset = reuters
            layers = dense(4, activation=relu), dense(4, activation=relu), dense(4, activation=relu), dense(4, activation=relu), dense(46, activation=softmax)
            metrics = accuracy, top_k_categorical_accuracy(k=3)
            optimizer = rmsprop
            batch_size = 512
            epochs = 9
            validation = 0
            published = test_accuracy(0.24)
            """
        ),
        (
            "reuters-wide",
            """
            title = Newswires, 128 units a layer
            source = Chollet, Deep Learning with Python, section 4.2.9, further experiments
            dataset = reuters
            layers = dense(128, activation=relu), dense(128, activation=relu), dense(46, activation=softmax)
            metrics = accuracy, top_k_categorical_accuracy(k=3)
            optimizer = adam
            batch_size = 512
            epochs = 20
            validation = 1000
            final_epochs = 9
            """
        ),
        (
            "reuters-narrow",
            """
            title = Newswires, 32 units a layer
            source = Chollet, Deep Learning with Python, section 4.2.9, further experiments
            dataset = reuters
            layers = dense(32, activation=relu), dense(32, activation=relu), dense(46, activation=softmax)
            metrics = accuracy, top_k_categorical_accuracy(k=3)
            optimizer = adam
            batch_size = 512
            epochs = 20
            validation = 1000
            final_epochs = 9
            """
        ),
        (
            "reuters-one",
            """
            title = Newswires, one hidden layer
            source = Chollet, Deep Learning with Python, section 4.2.9, further experiments
            dataset = reuters
            layers = dense(64, activation=relu), dense(46, activation=softmax)
            metrics = accuracy, top_k_categorical_accuracy(k=3)
            optimizer = adam
            batch_size = 512
            epochs = 20
            validation = 1000
            final_epochs = 9
            """
        ),
        (
            "reuters-three",
            """
            title = Newswires, three hidden layers
            source = Chollet, Deep Learning with Python, section 4.2.9, further experiments
            dataset = reuters
            layers = dense(64, activation=relu), dense(64, activation=relu), dense(64, activation=relu), dense(46, activation=softmax)
            metrics = accuracy, top_k_categorical_accuracy(k=3)
            optimizer = adam
            batch_size = 512
            epochs = 20
            validation = 1000
            final_epochs = 9
            """
        ),
        (
            "reuters-sgd",
            """
            title = Newswires, by plain gradient descent
            source = Chollet, Deep Learning with Python, section 4.2.9, further experiments
            dataset = reuters
            layers = dense(64, activation=relu), dense(64, activation=relu), dense(46, activation=softmax)
            metrics = accuracy, top_k_categorical_accuracy(k=3)
            optimizer = sgd(learning_rate=0.1)
            batch_size = 512
            epochs = 20
            validation = 1000
            final_epochs = 9
            """
        ),
    ]
}
