import Datasets
import Training

/// Maps of a network's outputs over a plane: worked out once for each snapshot and size, drawn many times.
struct PlaneMaps: Equatable, Sendable {
    /// The class that the network decides for.
    private(set) var regions: ScatterGround?
    /// The outputs of each unit of a hidden layer over the plane.
    private(set) var units: [ScatterGround] = []
    /// The outputs of the network over the plane of that layer's two units.
    private(set) var outputs: [ScatterGround] = []
    /// The points, as those two units see them.
    private(set) var hiddenPoints: [Scatter.Mark] = []

    /// The sources of the pictures.
    struct Sources: Equatable, Sendable {
        /// The weights; their model belongs to them.
        var weights: [Network.Weights]
        var points: PlanePoints
        var layer: Int
        /// The number of places in each picture; without a picture there are none.
        var sizes: [PlaneState.View: Size]
    }
    private(set) var sources: Sources?

    /// The number of products that a picture may take: a few milliseconds, since keys wait for it.
    private static let work = 20_000_000

    /// No screen has room for more units than that.
    static let mostUnits = 64

    /// Nothing, as long as there is no network.
    init() {}

    /// Works the pictures out.
    ///
    /// - Parameters:
    ///   - network: A network of two inputs.
    ///   - sources: The pictures to work out, with points and weights.
    init(_ network: Network, _ sources: Sources) {
        self.sources = sources
        let model = network.model
        guard network.inputs == 2, network.isFinite else { return }
        let (points, sizes) = (sources.points, sources.sizes)
        if let grid = Self.grid(points.x, points.y, sizes[.regions], model) {
            regions = (try? network.classes(of: grid.middles)).map {
                ScatterGround(columns: grid.columns, groups: $0)
            }
        }
        guard let hidden = PlaneState.hidden(sources.layer, of: model) else { return }
        if let grid = Self.grid(points.x, points.y, sizes[.units], model) {
            let given = try? network.outputs(of: grid.middles, layers: 0..<hidden.end)
            units = given.map { Self.heat($0, grid, hidden.activation) } ?? []
        }
        guard hidden.units == 2, let size = sizes[.outputs],
            let seen = try? network.outputs(of: points.inputs, layers: 0..<hidden.end), seen.columns == 2
        else { return }
        hiddenPoints = points.marks.enumerated().map { place, mark in
            Scatter.Mark(
                Double(seen.values[place * 2]), Double(seen.values[place * 2 + 1]), mark.group)
        }
        let (x, y) = (hiddenX, hiddenY)
        guard let grid = Self.grid(x, y, size, model) else { return }
        let given = try? network.outputs(of: grid.middles, layers: hidden.end..<model.layers.count)
        outputs = given.map { Self.heat($0, grid, model.layers.last?.activation ?? .linear) } ?? []
    }

    /// The ends of the plane of the two hidden units.
    var hiddenX: ClosedRange<Double> { Scatter.range(of: hiddenPoints.lazy.map(\.x)) }
    var hiddenY: ClosedRange<Double> { Scatter.range(of: hiddenPoints.lazy.map(\.y)) }

    /// The places that are worked out: fewer of them for a large network.
    private static func grid(
        _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ size: Size?, _ model: Model
    ) -> PlaneGrid? {
        guard let size, size.columns > 0, size.rows > 0 else { return nil }
        return PlaneGrid(x: x, y: y, columns: size.columns, rows: size.rows)
            .coarser(atMost: max(400, work / max(1, model.parameterCount(inputs: 2))))
    }

    /// A heat map for each unit.
    private static func heat(
        _ given: DenseRows, _ grid: PlaneGrid, _ activation: Activation
    ) -> [ScatterGround] {
        (0..<min(mostUnits, given.columns)).map { unit in
            let values = stride(from: unit, to: given.values.count, by: given.columns).map {
                given.values[$0]
            }
            return ScatterGround(columns: grid.columns, heat: values, range: activation.range)
        }
    }
}

extension Activation {
    /// The range of its outputs, where that has two ends: then a colour means the same in every picture.
    fileprivate var range: ClosedRange<Double>? {
        switch name {
        case "sigmoid", "softmax", "hard_sigmoid": 0...1
        case "tanh", "softsign": -1...1
        case "relu6": 0...6
        default: nil
        }
    }
}
