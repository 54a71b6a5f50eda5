import Datasets

/// One sample as lines of text, for whoever asks for it without a dashboard.
public enum PlainSample {
    /// Describes a sample that is no text: the label or values to be learnt, its numbers, and its picture.
    ///
    /// - Parameters:
    ///   - number: Its number within its split.
    ///   - part: The part that it belongs to.
    ///   - dataset: The loaded data.
    /// - Returns: Lines without control characters.
    public static func lines(of number: Int, in part: DataPart, of dataset: Dataset) -> [String] {
        var samples = SamplesState()
        // Validation samples are training samples, and have their numbers.
        samples.list(
            part == .validation ? .train : part, words: "", label: nil, onlyMarked: false, from: dataset,
            validation: 0, visible: 1)
        _ = samples.select(number, visible: 1)
        return PlainData(
            dataset: dataset, samples: samples, validation: 0, rows: 1, statistics: DatasetStatistics(dataset)
        ).sample
    }
}
