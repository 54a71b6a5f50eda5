extension ExperimentLibrary {
    /// Prices: numbers, judged by K-fold validation.
    static let houses: [(name: String, text: String)] = [
        (
            "california",
            """
            # Four folds of 200 epochs show that about 130 are enough; a new network is trained for as many on all.
            title = Prices of 600 Californian block groups
            source = Chollet, Deep Learning with Python, 3rd edition, section 4.3
            dataset = california_housing(version=small)
            preprocessing = normalize, divide_targets(100000)
            layers = dense(64, activation=relu), dense(64, activation=relu), dense(1)
            loss = mean_squared_error
            optimizer = adam
            metrics = mean_absolute_error
            batch_size = 16
            epochs = 200
            folds = 4
            validation = 0
            final_epochs = 130
            published = test_mean_absolute_error(0.31)
            """
        ),
        (
            "california-folds",
            """
            # The folds of the book: 0.298, 0.349, 0.232 and 0.305.
            title = Prices of 600 Californian block groups, four short folds
            source = Chollet, Deep Learning with Python, 3rd edition, section 4.3.4
            dataset = california_housing(version=small)
            preprocessing = normalize, divide_targets(100000)
            layers = dense(64, activation=relu), dense(64, activation=relu), dense(1)
            loss = mean_squared_error
            optimizer = adam
            metrics = mean_absolute_error
            batch_size = 16
            epochs = 50
            folds = 4
            validation = 0
            published = folds_mean_absolute_error(0.296)
            """
        ),
        (
            "california-large",
            """
            # All block groups of the census, with the same network.
            title = Prices of 20,640 Californian block groups
            source = Chollet, Deep Learning with Python, 3rd edition, section 4.3
            dataset = california_housing(version=large)
            preprocessing = normalize, divide_targets(100000)
            layers = dense(64, activation=relu), dense(64, activation=relu), dense(1)
            loss = mean_squared_error
            optimizer = adam
            metrics = mean_absolute_error
            batch_size = 16
            epochs = 20
            folds = 4
            validation = 0
            final_epochs = 20
            """
        ),
        (
            "boston",
            """
            # Keras warns that the feature B encodes an assumption about racial self-segregation: look at this data
            # set for that problem, not for prices.
            title = Prices of houses in 506 tracts of Boston
            source = Chollet, Deep Learning with Python, 1st edition, section 3.6
            dataset = boston_housing
            preprocessing = normalize
            layers = dense(64, activation=relu), dense(64, activation=relu), dense(1)
            loss = mean_squared_error
            optimizer = rmsprop
            metrics = mean_absolute_error
            batch_size = 1
            epochs = 500
            folds = 4
            validation = 0
            final_epochs = 80
            final_batch_size = 16
            published = test_mean_absolute_error(2.55)
            """
        ),
        (
            "boston-folds",
            """
            # The folds of the book: 2.59, 3.13, 3.19 and 3.08.
            title = Prices of houses in Boston, four short folds
            source = Chollet, Deep Learning with Python, 1st edition, section 3.6.4
            dataset = boston_housing
            preprocessing = normalize
            layers = dense(64, activation=relu), dense(64, activation=relu), dense(1)
            loss = mean_squared_error
            optimizer = rmsprop
            metrics = mean_absolute_error
            batch_size = 1
            epochs = 100
            folds = 4
            validation = 0
            published = folds_mean_absolute_error(2.99)
            """
        ),
    ]
}
