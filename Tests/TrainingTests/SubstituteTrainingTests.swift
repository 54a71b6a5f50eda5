import Datasets
import Testing

@testable import Training

/// Tells whether the samples that stand in for files are about as hard as those.
@Suite struct `The book's networks on what stands in for files` {
    private func train(_ text: String) throws -> Report {
        let experiment = try Experiment(text: text)
        return try HeadlessRun(
            experiment,
            dataset: Catalog.load(experiment.dataset, from: DataLocations(environment: [:]))
        ).run()
    }

    @Test func `tell positive reviews from negative ones, and overfit`() throws {
        let network = """
            dataset = sample_reviews
            layers = dense(16, activation=relu), dense(16, activation=relu), dense(1, activation=sigmoid)
            loss = binary_crossentropy
            metrics = accuracy
            batch_size = 512

            """
        let four = try train(network + "epochs = 4\nvalidation = 0")
        #expect((0.86...0.91).contains(try #require(four.test?.accuracy)))
        let twenty = try train(network + "epochs = 20\nvalidation = 10000")
        #expect((3...6).contains(try #require(twenty.history.bestEpoch)))
        let losses = try #require(twenty.history["val_loss"])
        #expect((losses.last ?? 0) > 1.4 * (losses.min() ?? 1))
    }

    @Test func `read drawn digits`() throws {
        let report = try train(
            """
            dataset = sample_digits
            layers = dense(512, activation=relu), dense(10, activation=softmax)
            loss = sparse_categorical_crossentropy
            optimizer = rmsprop
            metrics = accuracy
            batch_size = 128
            epochs = 5
            validation = 0
            """)
        #expect((0.96...0.992).contains(try #require(report.test?.accuracy)))
    }

    @Test(arguments: [("sample_houses(version=small)", 50), ("sample_houses", 5)])
    func `guess the prices of invented houses`(dataset: String, epochs: Int) throws {
        let report = try train(
            """
            dataset = \(dataset)
            layers = dense(64, activation=relu), dense(64, activation=relu), dense(1)
            loss = mean_squared_error
            metrics = mean_absolute_error
            batch_size = 16
            epochs = \(epochs)
            validation = 0
            """)
        #expect((0.2...0.4).contains(try #require(report.test?[.meanAbsoluteError])))
    }

    @Test func `guess the prices of invented tracts`() throws {
        let report = try train(
            """
            dataset = sample_tracts
            layers = dense(64, activation=relu), dense(64, activation=relu), dense(1)
            loss = mean_squared_error
            optimizer = rmsprop
            metrics = mean_absolute_error
            batch_size = 1
            epochs = 100
            validation = 0
            """)
        #expect((2.3...3.5).contains(try #require(report.test?[.meanAbsoluteError])))
    }
}
