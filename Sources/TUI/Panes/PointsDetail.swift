import Datasets

/// The data pane's picture of points in place of a text: all that are listed, in their plane.
struct PointsDetail {
    let dataset: Dataset
    let part: DataPart
    let row: Int?
    let points: PlanePoints

    private var scatter: Scatter {
        var scatter = Scatter(points: points.marks, xRange: points.x, yRange: points.y)
        scatter.chosen = row.map(dataset.split(of: part).mark)
        scatter.groups = dataset.classes
        return scatter
    }

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        scatter.draw(in: area, on: &canvas, glyphs)
    }

    /// The point that is nearest to a place, by its number.
    func number(at place: Point, in area: Rect) -> Int? {
        let plane = scatter.plane(in: area)
        guard plane.area.contains(place) else { return nil }
        return plane.nearest(to: place, among: points.marks).map { points.numbers[$0] }
    }
}
