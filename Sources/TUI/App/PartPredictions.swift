import Datasets
import Training

/// A network's outputs for many samples of a part.
public struct PartPredictions: Equatable, Sendable {
    /// The samples to predict, and the network to ask.
    public struct Request: Equatable, Sendable {
        /// The run whose network it is, and how far that had been trained.
        let run: RunID
        let epochs: Int
        let batches: Int
        /// The part that the samples belong to.
        public let part: DataPart
        /// Their numbers within its split.
        public let rows: [Int]
    }

    /// The question that the outputs answer.
    public let request: Request
    /// The outputs of the last layer, `[rows, outputs]`; no rows where the network can't be asked.
    public let outputs: DenseRows

    /// More points than that cover each other.
    static let most = 2000

    /// Asks a network.
    ///
    /// - Parameters:
    ///   - request: The samples to predict.
    ///   - network: The network as it was at that time.
    ///   - dataset: The data set that it learns from.
    init(_ request: Request, from network: Network, on dataset: Dataset) {
        self.request = request
        let nothing = DenseRows(columns: 1, values: [])
        outputs = (try? network.outputs(of: dataset.split(of: request.part), rows: request.rows)) ?? nothing
    }

    /// The network's output for the sample at a place of the request.
    subscript(place: Int) -> ArraySlice<Float> {
        0..<outputs.count ~= place ? outputs[place] : []
    }
}
