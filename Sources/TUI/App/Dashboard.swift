import Datasets
import Training

/// The whole front end as a value.
///
/// ``update(_:)`` moves it, ``draw()`` pictures it, and neither touches anything outside.
public struct Dashboard: Sendable {
    /// What the screen is made of.
    public internal(set) var size: Size
    /// How lines and curves are drawn.
    public let glyphs: Glyphs
    /// What can be downloaded in place of a data set that nnboard makes itself.
    let download: Download?

    var focus = PaneID.data
    var isZoomed = false
    var overlay: Overlay?
    var notice: Notice?

    var source = Source.loading(0)
    /// The share of a download that is done, while one goes on.
    var fetched: Double?
    var experiment: Experiment
    /// Whether the layers still are the ones that nnboard chose, and may follow the data set.
    var hasOwnModel = false
    var pace: Pace
    var run: Run?
    var runs = 0

    var samples = SamplesState()
    var model = ModelState()
    var curves = CurvesState()
    var order = ClassOrder.probability
    var inspectorTop = 0
    /// What the newest network makes of the chosen sample.
    var probabilities: [Float]?

    /// Where the samples come from.
    enum Source: Sendable {
        /// On their way; the share that is done.
        case loading(Double)
        case loaded(LoadedDataset)
        case failed(String)
    }

    /// A data set that could be downloaded.
    public struct Download: Equatable, Sendable {
        /// Its name in the catalog.
        public var name: String
        /// What it is called on the screen.
        public var title: String

        /// Names a data set.
        public init(name: String, title: String) {
            self.name = name
            self.title = title
        }
    }

    /// Opens with a data set on its way.
    ///
    /// - Parameters:
    ///   - experiment: What to show and train; a model without layers becomes the book's network.
    ///   - pace: How fast runs may go.
    ///   - size: The size of the screen.
    ///   - glyphs: How lines and curves are drawn.
    ///   - download: What could be downloaded in place of the experiment's data set.
    public init(
        experiment: Experiment, pace: Pace = .epochsPerSecond(5), size: Size, glyphs: Glyphs = .braille,
        download: Download? = nil
    ) {
        self.experiment = experiment
        self.pace = pace
        self.size = size
        self.glyphs = glyphs
        self.download = download
        hasOwnModel = !experiment.model.layers.isEmpty
    }

    /// The data set, once it is there.
    var dataset: Dataset? {
        guard case .loaded(let loaded) = source else { return nil }
        return loaded.dataset
    }

    /// What the data set is called that is shown, or on its way.
    var wantedTitle: String {
        dataset?.title ?? (try? Catalog.entry(named: experiment.dataset.name))?.title
            ?? experiment.dataset.name
    }

    /// Where everything stands now.
    var layout: Layout { Layout(size, focus: focus, isZoomed: isZoomed) }

    /// What keeps the experiment from being trained.
    var problems: [ModelProblem] { dataset.map { experiment.problems(for: $0) } ?? [] }
}

/// A data set with what is worked out of it once.
struct LoadedDataset: Sendable {
    let dataset: Dataset
    /// What guessing achieves on the test samples.
    let baselines: Baselines

    init(_ dataset: Dataset) {
        self.dataset = dataset
        baselines = Baselines(dataset)
    }
}
