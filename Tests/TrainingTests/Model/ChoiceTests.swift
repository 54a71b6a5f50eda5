import Datasets
import Testing

@testable import Training

@Suite struct `A choice` {
    private struct Mean: Configurable {
        static let name = "mean_squared_error"
        static let aliases = ["mse"]
    }

    private struct Hinge: Configurable {
        static let name = "hinge"
    }

    private let all: [any Configurable.Type] = [Mean.self, Hinge.self]

    @Test(arguments: [
        "mean_squared_error", "MeanSquaredError", "mse", "MSE", "meanSquaredError", "MEAN_SQUARED_ERROR",
    ])
    func `answers to all of Keras' spellings`(name: String) throws {
        #expect(try choice(named: name, among: all, kind: "loss") { $0 } is Mean.Type)
    }

    @Test(arguments: [
        (
            "mean_squared_eror",
            "There is no loss called “mean_squared_eror”. Did you mean “mean_squared_error”?"
        ),
        ("msd", "There is no loss called “msd”. Did you mean “mse”?"),
        ("Hinges", "There is no loss called “Hinges”. Did you mean “hinge”?"),
        ("zzzzzzz", "There is no loss called “zzzzzzz”. Choose one of mean_squared_error, hinge."),
        ("", "There is no loss called “”. Choose one of mean_squared_error, hinge."),
    ])
    func `is asked for in vain with the nearest name, or all`(name: String, message: String) {
        let error = #expect(throws: TermError.self) {
            try choice(named: name, among: all, kind: "loss") { $0 }
        }
        #expect(error?.description == message)
    }
}
