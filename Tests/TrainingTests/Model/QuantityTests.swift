import Datasets
import Testing

@testable import Training

@Suite struct `A number that an edit sets` {
    /// An experiment from a file, with more units and epochs than anybody types.
    private func great() -> Experiment {
        Experiment(
            dataset: Term("blobs"),
            model: Model(layers: [
                .dense(2_000_000, activation: .relu), .dense(8, activation: .relu), .dropout(0.5), .dense(3),
            ]), settings: TrainingSettings(epochs: 200_000, validation: 0))
    }

    @Test(
        arguments: [
            ("move_layer(layer=1, by=1)", nil), ("remove_layer(layer=2)", nil), ("add_layer(after=1)", nil),
            ("units(layer=2, 1000000)", nil), ("batch_size(64)", nil), ("optimizer(sgd)", nil),
            ("units(layer=2, 2000000)", "units is a whole number from 1 to 1,000,000."),
            ("units(layer=1, 2000001)", "units is a whole number from 1 to 1,000,000."),
            ("epochs(200001)", "epochs is a whole number from 1 to 100,000."),
            ("rate(layer=3, 1)", "The rate is a share from 0 to less than 1, such as 0.5."),
            ("momentum(7)", "The momentum is a share from 0 to less than 1, such as 0.5."),
            ("l2(layer=2, 1001)", "The cost of squares, l2, is a number from 0 to 1,000, such as 0.001."),
            ("learning_rate(0)", "The learning rate is a number above 0, up to 1,000, such as 0.001."),
            ("final_epochs(-1)", "final epochs is a whole number from 0 to 100,000."),
            ("folds(65)", "folds is a whole number from 0 to 64."),
        ] as [(String, String?)])
    func `is refused beyond its bounds, and none that was there before`(edit: String, rule: String?) throws {
        let refusal = great().refusal(of: try ExperimentEdit(text: edit), on: nil)
        guard let rule else {
            #expect(refusal == nil)
            return
        }
        #expect(refusal?.hasPrefix("“") == true && refusal?.hasSuffix("” can't be taken: \(rule)") == true)
    }

    @Test func `may stay in another layer where all of them are written again`() throws {
        var changed = great()
        try changed.set("layers", to: "dense(8, activation=relu), dense(2000000), dense(3)")
        #expect(great().refusal(of: changed, on: nil) == nil)
        try changed.set("layers", to: "dense(8, activation=relu), dense(2000001), dense(3)")
        #expect(
            great().refusal(of: changed, on: nil)
                == "“2000001” can't be taken: units is a whole number from 1 to 1,000,000.")
    }

    @Test func `moves by steps within its bounds, also from beyond them`() {
        #expect(Quantity.epochs.step(from: 1, by: -1) == 1)
        #expect(Quantity.epochs.step(from: .max, by: 1) == 100_000)
        #expect(Quantity.validation.step(from: .min, by: 100) == 100)
    }
}
