import Datasets
import Training

/// The plane of a data set of points.
extension Dashboard {
    /// The inspector's picture of points; `nil` for other samples.
    var pointsPane: PointsPane? {
        guard let dataset, PointsPane.shows(dataset) else { return nil }
        return PointsPane(
            dataset: dataset, part: samples.part, row: samples.selected, plane: plane,
            snapshot: shown(of: shownRun), probabilities: probabilities, test: run?.test,
            isZoomed: layoutState.isZoomed, keymap: keymap)
    }

    /// Works out what the pictures of the plane need, where something has changed; drawing has no time for it.
    mutating func refreshPlane() {
        guard let dataset, PointsPane.shows(dataset) else {
            if plane != PlaneState() { plane = PlaneState() }
            return
        }
        noteArrival(of: dataset.reference)
        plane.points.take(dataset, samples)
        guard let network = shown(of: shownRun)?.network, let area = layout.panes[.inspector],
            let sizes = pointsPane?.sizes(in: Frame.inside(area))
        else {
            if plane.maps.sources != nil { plane.maps = PlaneMaps() }
            return
        }
        let sources = PlaneMaps.Sources(
            weights: network.weights, points: plane.points, layer: plane.layer, sizes: sizes)
        if plane.maps.sources != sources { plane.maps = PlaneMaps(network, sources) }
    }

    /// Does what a command says of the pictures of the plane.
    mutating func change(_ change: PlaneChange) {
        guard dataset.map(PointsPane.shows) == true else {
            decline(
                "Only points have a plane: \(key(for: .chooseDataset)) chooses another data set, such as blobs."
            )
            return
        }
        switch change {
        case .next: plane.view = plane.view.next
        case .regions: plane.view = .regions
        case .units: plane.view = .units
        case .outputs: plane.view = .outputs
        case .layer: nextLayer()
        }
    }

    private mutating func nextLayer() {
        guard let layers = shown(of: shownRun)?.network.model.hiddenLayers else {
            decline("There is no network yet: \(key(for: .train)) trains one.")
            return
        }
        guard layers.count > 1 else {
            decline(layers.isEmpty ? "There is no hidden layer." : "There is one hidden layer only.")
            return
        }
        plane.layer = (plane.layer + 1) % layers.count
        say("The hidden layer \(layers[plane.layer].name).")
    }

    /// Chooses the point that is nearest to a place of a plane, where there is one.
    mutating func choosePoint(at place: Point) {
        guard let dataset, let pane = pointsPane, let id = layout.pane(at: place),
            let area = layout.panes[id].map(Frame.inside)
        else { return }
        let number: Int?
        switch id {
        case .inspector: number = pane.number(at: place, in: area)
        case .data:
            let detail = DataPane.textArea(of: DataPane.parts(of: area, samples: samples).detail, samples)
            number = pointsDetail(dataset).number(at: place, in: detail)
        case .model, .curves, .log, .results: number = nil
        }
        guard let number, samples.select(number, visible: listRows) else { return }
        predict()
    }

    /// Makes the data pane's view of a point.
    func pointsDetail(_ dataset: Dataset) -> PointsDetail {
        PointsDetail(
            dataset: dataset, part: samples.part, row: samples.selected, points: plane.points)
    }
}
