import Datasets

@testable import TUI
@testable import Training

/// Small made-up data sets of each form, and dashboards that show them.
enum FormFixture: String, CaseIterable, Sendable {
    /// Rows of numbers with a price to be learnt.
    case houses
    /// Pictures of four kinds of line.
    case strokes
    /// Texts of two classes, which a single unit tells apart.
    case reviews
    /// Points in four clouds.
    case clouds

    /// The data set, as a network sees it.
    var dataset: Dataset {
        switch self {
        case .houses: Self.madeHouses
        case .strokes: Self.madeStrokes
        case .reviews: Self.madeReviews
        case .clouds: Self.madeClouds
        }
    }

    /// Numbers that look drawn by lot, from 0 to 1, the same each time.
    private static func number(_ place: Int) -> Float { Float((place * 7919 + 31) % 1009) / 1009 }

    private static let madeHouses: Dataset = {
        let features = [
            Feature("longitude", unit: "°"), Feature("housing median age", unit: "years"),
            Feature("total rooms"), Feature("income", unit: "10 k$"), Feature("always the same"),
        ]
        func split(_ count: Int, from start: Int) -> Split {
            var (values, prices): ([Float], [Float]) = ([], [])
            for row in start..<start + count {
                let own = (0..<5).map { number(row * 5 + $0) }
                values += [-118 - own[0], (own[1] * 50).rounded(), (own[2] * 5000).rounded(), own[3] * 8, 1]
                prices.append((60_000 + 40_000 * own[3] * 8 + 50_000 * own[1]).rounded())
            }
            return Split(
                inputs: .dense(DenseRows(columns: 5, values: values)),
                targets: .values(DenseRows(columns: 1, values: prices)))
        }
        let dataset = Dataset(
            reference: Term("houses"), title: "made-up houses", nouns: Nouns(sample: "tract"), classes: [],
            train: split(120, from: 0), test: split(30, from: 500), features: features,
            values: [Feature("median value", unit: "$")])
        return (try? dataset.preprocessed(by: [.normalize, .divideTargets(100_000)])) ?? dataset
    }()

    private static let madeStrokes: Dataset = {
        let (rows, columns) = (14, 14)
        func split(_ count: Int, from start: Int) -> Split {
            var (pixels, labels): ([Float], [Int32]) = ([], [])
            for sample in start..<start + count {
                let label = sample * 5 % 4
                for place in 0..<rows * columns {
                    let (row, column) = (place / columns, place % columns)
                    let distance =
                        switch label {
                        case 0: abs(row - 6)
                        case 1: abs(column - 7)
                        case 2: abs(row - column)
                        default: abs(row + column - 13)
                        }
                    pixels.append(distance == 0 ? 255 : distance == 1 ? 90 + 100 * number(place + sample) : 0)
                }
                labels.append(Int32(label))
            }
            return Split(inputs: .dense(DenseRows(columns: rows * columns, values: pixels)), labels: labels)
        }
        let dataset = Dataset(
            reference: Term("strokes"), title: "made-up strokes",
            nouns: Nouns(sample: "image", label: "digit"),
            classes: (0..<4).map { "\($0)" }, train: split(80, from: 0), test: split(20, from: 300),
            picture: PictureSize(rows: rows, columns: columns))
        return (try? dataset.preprocessed(by: [.divide(255)])) ?? dataset
    }()

    private static let madeReviews: Dataset = {
        func split(_ split: Split) -> Split {
            Split(inputs: split.inputs, labels: split.labels.map { $0 % 2 }, texts: split.texts)
        }
        let fruit = Fixture.dataset
        return Dataset(
            reference: Term("reviews"), title: "made-up reviews",
            nouns: Nouns(sample: "review", label: "opinion"), classes: ["negative", "positive"],
            train: split(fruit.train), test: split(fruit.test), vocabulary: fruit.vocabulary)
    }()

    private static let madeClouds: Dataset = {
        let (points, labels) = Blobs(centers: BlobsDataset.centers, count: 60, seed: 3).draw()
        let split = Split(
            inputs: .dense(DenseRows(columns: 2, values: points.flatMap { $0.map { Float($0) } })),
            labels: labels)
        return Dataset(
            reference: Term("clouds"), title: "made-up clouds", nouns: Nouns(sample: "point", label: "cloud"),
            classes: (0..<4).map { "\($0)" }, train: split, test: split,
            features: [Feature("x"), Feature("y")])
    }()

    /// A dashboard that shows the data set.
    func dashboard(_ columns: Int = 120, _ rows: Int = 40, glyphs: Glyphs = .braille) -> Dashboard {
        var dashboard = Dashboard(
            experiment: Experiment(dataset: Term(rawValue), model: Model(layers: [])),
            size: Size(columns, rows), glyphs: glyphs)
        _ = dashboard.update(.loaded(dataset))
        return dashboard
    }

    /// A dashboard on which a network has been trained, as far as it knows, with its answers.
    func trained(_ columns: Int = 120, _ rows: Int = 40, glyphs: Glyphs = .braille) -> Dashboard {
        var dashboard = dashboard(columns, rows, glyphs: glyphs)
        dashboard.train(epochs: 3)
        return dashboard
    }
}

extension Dashboard {
    /// Trains by made-up weights: starts a run, gives it a network and a result, and answers what is asked of it.
    mutating func train(epochs: Int) {
        _ = update(.command(.train))
        guard let id = run?.id, let dataset else { return }
        let snapshot = Fixture.snapshot(
            experiment.model, epochs: epochs, inputs: dataset.train.inputs.columns)
        answered(.snapshot(id, snapshot))
        let metric = dataset.hasClasses ? Metric.accuracy : .meanAbsoluteError
        answered(.milestone(id, .finished(History(epochs: []))))
        answered(.tested(id, Metrics(loss: 0.1712, values: [.init(metric, 0.314)])))
    }

    /// Takes an action, and gives at once what the network is asked for because of it.
    @discardableResult
    mutating func answered(_ action: Action) -> [Effect] {
        let effects = update(action)
        for effect in effects { answer(effect) }
        return effects
    }

    private mutating func answer(_ effect: Effect) {
        guard case .predict(let request, let network, let dataset) = effect else { return }
        _ = update(.predicted(PartPredictions(request, from: network, on: dataset)))
    }

    /// Presses keys, and gives what the network is asked for.
    mutating func pressAnswered(_ keys: String) { for effect in press(keys) { answer(effect) } }

    /// The content of a pane, without its frame.
    func picture(of pane: PaneID) -> Canvas {
        draw().part(layout.panes[pane].map(Frame.inside) ?? Rect(0, 0, 0, 0))
    }
}
