import Datasets
import Training

/// How the plane of a data set of points is looked at, and what is worked out for its pictures.
struct PlaneState: Equatable, Sendable {
    /// One of the pictures that there are of a network.
    enum View: String, CaseIterable, Sendable {
        /// The points over the regions in which the network decides for one class or another.
        case regions
        /// What each unit of a hidden layer gives over the plane.
        case units
        /// What each output makes of the two units of a hidden layer.
        case outputs

        /// The one after it, round and round.
        var next: View {
            let all = View.allCases
            return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
        }
    }

    var view = View.regions
    /// Which hidden layer is looked at, counted from 0.
    var layer = 0
    /// The points that are listed.
    var points = PlanePoints()
    /// What the newest network makes of their plane.
    var maps = PlaneMaps()
    /// The cloud that was asked for last: it may still be on its way when another change comes.
    var wanted: Term?

    /// The hidden layer that is looked at; after the last one the first comes again.
    func hidden(of model: Model) -> HiddenLayer? { Self.hidden(layer, of: model) }

    /// A hidden layer of a model; after the last one the first comes again.
    static func hidden(_ layer: Int, of model: Model) -> HiddenLayer? {
        let all = model.hiddenLayers
        return all.isEmpty ? nil : all[layer % all.count]
    }
}
