import Datasets

/// Leaves out a share of its inputs at random while training, and enlarges the others to make up for them (Srivastava
/// and others, 2014; Keras' `Dropout`).
///
/// Samples that are only measured pass unchanged.
struct Dropout: LayerFunction {
    static let name = "dropout"
    static let className = "Dropout"

    /// The share that is left out, from 0 to less than 1.
    var rate: Double

    init(rate: Double) {
        self.rate = rate
    }

    init(reading reader: inout TermReader, of term: Term) throws {
        guard let rate = try reader.number("rate", at: 0) else {
            throw TermError.missingArgument("rate", of: term.name)
        }
        self.rate = rate
    }

    var arguments: [Term.Argument] { [.init(nil, .number(rate))] }

    func problems(of layer: String) -> [String] {
        guard !(rate >= 0 && rate < 1) else { return [] }
        return [
            "The layer “\(layer)” leaves out a share of \(rate.written) of its inputs. Make it from 0 to less than 1."
        ]
    }

    func addStages(to plan: inout StagePlan) throws {
        try plan.takeRows()
        guard rate > 0 else { return }
        plan.add(try DropoutStage(rate: rate, plan), width: plan.width)
    }
}
