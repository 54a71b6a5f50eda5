import Datasets
import Training

/// A network's results for all samples of a part, with all that is worked out of them.
public struct PartEvaluation: Sendable {
    /// The network to ask, and the samples.
    public struct Request: Equatable, Sendable {
        /// The run whose network it is, and the time in its training.
        let run: RunID
        let moment: Moment
        /// The part, and how many training samples are set aside.
        let part: DataPart
        let validation: Int
        /// Tells whether a temperature is to be fitted on the validation samples, too.
        var fitsTemperature: Bool
    }

    /// The outcome of asking.
    enum Outcome: Sendable {
        case classes(ClassResults)
        case values(ValueErrors)
        /// The network can't be asked; the reason.
        case failed(String)
    }

    /// The question.
    let request: Request
    /// The outcome.
    let outcome: Outcome

    /// Joins a question and its answer.
    init(_ request: Request, _ outcome: Outcome) {
        self.request = request
        self.outcome = outcome
    }

    /// Asks a network.
    init(_ request: Request, of network: Network, on dataset: Dataset) {
        self.request = request
        do {
            if dataset.hasClasses {
                outcome = .classes(try ClassResults(request, of: network, on: dataset))
            } else {
                outcome = .values(
                    try ValueErrors(
                        of: network, on: dataset.split(of: request.part),
                        rows: dataset.rows(of: request.part, validation: request.validation)))
            }
        } catch {
            outcome = .failed("\(error)")
        }
    }

    /// The results, where classes are to be learnt.
    var classes: ClassResults? { if case .classes(let results) = outcome { results } else { nil } }
    /// The errors, where numbers are to be learnt.
    var values: ValueErrors? { if case .values(let errors) = outcome { errors } else { nil } }
}

/// Figures worked out of a network's answers to samples with classes.
struct ClassResults: Sendable {
    /// A temperature and what it changes.
    struct Scaled: Sendable {
        var temperature: Double
        /// The number of validation samples that it was fitted on.
        var samples: Int
        var calibration: Calibration
    }

    let evaluation: Evaluation
    let matrix: ConfusionMatrix
    let report: ClassReport
    let topK: [Double]
    let baselines: Baselines
    let calibration: Calibration
    /// Confidence after temperature scaling, where there are validation samples to fit it on and someone asked.
    let scaled: Scaled?

    /// Works everything out of a network's answers.
    ///
    /// - Parameters:
    ///   - evaluation: The answers.
    ///   - fitting: Answers to validation samples, to fit a temperature on.
    ///   - baselines: The results of guessing.
    init(_ evaluation: Evaluation, fitting: Evaluation?, baselines: Baselines) {
        self.evaluation = evaluation
        self.baselines = baselines
        matrix = ConfusionMatrix(evaluation)
        report = ClassReport(matrix)
        topK = evaluation.topKAccuracies(upTo: 10)
        calibration = Calibration(evaluation)
        scaled = fitting.flatMap { fitting in
            guard fitting.count > 0 else { return nil }
            let scaling = TemperatureScaling(fitting: fitting)
            return Scaled(
                temperature: scaling.temperature, samples: fitting.count,
                calibration: Calibration(scaling.scaled(evaluation)))
        }
    }

    /// Asks a network.
    init(_ request: PartEvaluation.Request, of network: Network, on dataset: Dataset) throws {
        func evaluation(_ part: DataPart) throws -> Evaluation {
            try Evaluation(of: network, on: dataset, part, validation: request.validation)
        }
        let asked = try evaluation(request.part)
        let isFitted = request.fitsTemperature
        let fitting = !isFitted ? nil : request.part == .validation ? asked : try evaluation(.validation)
        self.init(
            asked, fitting: fitting,
            baselines: Baselines(dataset, part: request.part, validation: request.validation))
    }
}
