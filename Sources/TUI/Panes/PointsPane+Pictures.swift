import Datasets
import Training

/// The places of a plane's pictures, and the pictures themselves.
extension PointsPane {
    /// The room of one view.
    struct Section: Equatable {
        var view: PlaneState.View
        var title: Rect
        var body: Rect
    }

    /// One picture of a view.
    struct Picture: Equatable {
        var view: PlaneState.View
        /// The unit whose outputs it shows; `nil` for regions.
        var unit: Int?
        var caption: Rect
        var area: Rect
    }

    struct Parts: Equatable {
        var head: Rect
        var sections: [Section]
        var foot: Rect
    }

    /// Divides the pane: the verdict, the pictures, the result.
    func parts(of area: Rect) -> Parts {
        let (head, rest) = area.splitTop(area.rows >= 9 ? 2 : area.rows >= 5 ? 1 : 0)
        let (body, foot) = rest.splitBottom(rest.rows >= 8 && test != nil ? 1 : 0)
        guard isZoomed, body.columns >= 76, body.rows >= 20 else {
            return Parts(head: head, sections: [section(plane.view, in: body)], foot: foot)
        }
        // All at once: the regions, and to their right the units and outputs that they come from.
        let (left, right) = body.splitLeft(body.columns * 45 / 100)
        let beside = Rect(right.left + 1, right.top, right.columns - 1, right.rows)
        let (upper, lower) = beside.splitTop(beside.rows / 2)
        return Parts(
            head: head,
            sections: [
                Section(view: .regions, title: Rect(left.left, left.top, 0, 0), body: left),
                section(.units, in: upper), section(.outputs, in: lower),
            ], foot: foot)
    }

    private func section(_ view: PlaneState.View, in area: Rect) -> Section {
        let (title, body) = area.splitTop(view != .regions && area.rows >= 5 ? 1 : 0)
        return Section(view: view, title: title, body: body)
    }

    /// The pictures of a view, as many as fit.
    func pictures(in section: Section) -> [Picture] {
        guard section.view != .regions else {
            let nothing = Rect(section.body.left, section.body.top, 0, 0)
            return [Picture(view: .regions, unit: nil, caption: nothing, area: section.body)]
        }
        let tiles = Tiles.areas(units(of: section.view), in: section.body, least: Size(14, 5))
        return tiles.enumerated().map { unit, tile in
            let (caption, area) = tile.splitTop(tile.rows >= 3 ? 1 : 0)
            return Picture(view: section.view, unit: unit, caption: caption, area: area)
        }
    }

    /// Counts the pictures of units in a view.
    private func units(of view: PlaneState.View) -> Int {
        guard let model = snapshot?.network.model, let hidden = plane.hidden(of: model) else { return 0 }
        return view == .units
            ? hidden.units : hidden.units == 2 ? model.outputs(for: dataset.train.inputs.columns) : 0
    }

    // MARK: Pictures

    /// Gathers the points and the ground of a picture.
    func scatter(of picture: Picture) -> Scatter {
        let isHidden = picture.view == .outputs
        let (points, maps) = (plane.points, plane.maps)
        var scatter = Scatter(points: isHidden ? maps.hiddenPoints : points.marks)
        scatter.xRange = isHidden ? maps.hiddenX : points.x
        scatter.yRange = isHidden ? maps.hiddenY : points.y
        scatter.ground = ground(of: picture)
        scatter.chosen = chosen(isHidden: isHidden)
        scatter.groups = picture.view == .regions ? dataset.classes : []
        scatter.hasAxes = picture.view == .regions || (picture.area.columns >= 36 && picture.area.rows >= 11)
        return scatter
    }

    func ground(of picture: Picture) -> ScatterGround? {
        let all: [ScatterGround]
        switch picture.view {
        case .regions: return plane.maps.regions
        case .units: all = plane.maps.units
        case .outputs: all = plane.maps.outputs
        }
        guard let unit = picture.unit, all.indices.contains(unit) else { return nil }
        return all[unit]
    }

    /// The chosen point, in the plane or as the hidden units see it.
    private func chosen(isHidden: Bool) -> Scatter.Mark? {
        guard let row else { return nil }
        guard isHidden else { return dataset.split(of: part).mark(row) }
        let seen = plane.maps.hiddenPoints
        guard let place = plane.points.numbers.firstIndex(of: row), seen.indices.contains(place) else {
            return nil
        }
        return seen[place]
    }

    // MARK: Sizes to work out

    /// The number of places in the pictures of each view.
    func sizes(in area: Rect) -> [PlaneState.View: Size] {
        var sizes: [PlaneState.View: Size] = [:]
        for section in parts(of: area).sections {
            guard let picture = pictures(in: section).first else { continue }
            // The ends of the outputs' axes are known only later: there may be a few places too many.
            let cells =
                section.view == .outputs ? picture.area : scatter(of: picture).plane(in: picture.area).area
            sizes[section.view] = Size(cells.columns, cells.rows * 2)
        }
        return sizes
    }

    /// The point that is nearest to a place of a picture, by its number.
    func number(at place: Point, in area: Rect) -> Int? {
        for section in parts(of: area).sections {
            for picture in pictures(in: section) where picture.area.contains(place) {
                let scatter = scatter(of: picture)
                let plane = scatter.plane(in: picture.area)
                guard plane.area.contains(place) else { return nil }
                return plane.nearest(to: place, among: scatter.points).map { self.plane.points.numbers[$0] }
            }
        }
        return nil
    }
}
