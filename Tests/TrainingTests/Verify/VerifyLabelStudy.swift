import Datasets
import References
import Testing

@testable import Training

/// The study of labels on MNIST, next to Keras' runs of it.
@Suite(
    .serialized, .reference("label_study"), .enabled(if: Verification.isWanted, "\(Verification.hint)"),
    .enabled(if: RealData.locations.have(MNIST().files), "needs mnist.npz beside the newswires"))
struct VerifyLabelStudy {
    private static let dataset = Result {
        try Catalog.load(
            Term("mnist"), preprocessing: MNIST().preprocessing + [LabelStudy.preprocessing],
            from: RealData.locations)
    }

    @Test(arguments: LabelChoice.all)
    func `each choice of labels, activation and loss does on digits what it does in Keras`(
        choice: LabelChoice
    ) throws {
        let items = try #require(Reference.file("label_study")["cases"]).list
        let item = try #require(items.first { (try? LabelChoice(keras: $0)) == choice })
        guard item["error"] == nil else { return }
        let runs = try #require(item["runs"]).list
        let accuracies = try (1...runs.count).map { seed in
            let outcome = try LabelStudy(seed: UInt64(seed)).outcome(
                of: choice, on: try Self.dataset.get())
            guard case .trained(let trained) = outcome else { return Double.nan }
            return trained.accuracy
        }
        let keras = Results(runs.compactMap { $0["accuracy"]?.number })
        let ours = Results(accuracies)
        print("\(choice.activation.name), \(choice.loss.text): ours \(ours), Keras' \(keras)")
        // A few per cent; where it hangs on chance, within what the runs spread.
        let spread = (ours.deviation + keras.deviation) / Double(runs.count).squareRoot()
        #expect(abs(ours.mean - keras.mean) < 0.02 + 3 * spread, "\(accuracies)")
    }
}
