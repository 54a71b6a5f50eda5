import Datasets
import Training

/// The training that the program `Keeper` keeps, and that tests compare with what is left of it.
public enum KeptNetwork {
    /// A small network on points, whose epochs take a few hundred kB each: some time passes while one is written.
    ///
    /// - Parameter epochs: The number of epochs to train.
    /// - Returns: The training, and its samples.
    /// - Throws: An error if the samples can't be made.
    public static func training(epochs: Int) throws -> (fit: Fit, dataset: Dataset) {
        let dataset = try Catalog.load(Term("moons"), from: DataLocations(environment: [:]))
        var experiment = Experiment.standard(for: dataset)
        experiment.model.layers =
            [.dense(128, activation: .relu), .dense(128, activation: .relu)]
            + experiment.model.layers.suffix(1)
        experiment.settings.epochs = epochs
        return (Fit(experiment), dataset)
    }
}
