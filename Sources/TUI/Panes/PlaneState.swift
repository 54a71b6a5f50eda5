import Datasets
import Training

/// The view of the plane of a data set of points, and the maps worked out for its pictures.
struct PlaneState: Equatable, Sendable {
    /// One of the pictures that there are of a network.
    enum View: String, CaseIterable, Sendable {
        /// The points over the regions in which the network decides for one class or another.
        case regions
        /// The outputs of each unit of a hidden layer over the plane.
        case units
        /// The outputs of the network over the plane of two units of a hidden layer.
        case outputs

        /// The one after it, round and round.
        var next: View {
            let all = View.allCases
            return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
        }
    }

    var view = View.regions
    /// The index of the hidden layer that is looked at, from 0.
    var layer = 0
    /// The points that are listed.
    var points = PlanePoints()
    /// The newest network's maps of their plane.
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
