import Training

/// The place in the model pane: rows are layers and below them settings, columns the fields of a row.
struct ModelState: Equatable, Sendable {
    var row = 0
    var column = 0

    /// The fields of each row.
    static func rows(of experiment: Experiment) -> [[ModelField]] {
        experiment.model.layers.enumerated().map { fields(of: $1, $0) }
            + ModelField.settings(of: experiment)
    }

    private static func fields(of layer: Layer, _ place: Int) -> [ModelField] {
        var fields: [ModelField] = []
        if layer.units != nil { fields.append(.units(layer: place)) }
        if layer.activation != nil { fields.append(.activation(layer: place)) }
        if layer.l2 != nil { fields.append(.l2(layer: place)) }
        if layer.rate != nil { fields.append(.rate(layer: place)) }
        return fields
    }

    /// The field one is on; `nil` on a layer that has none.
    func field(in experiment: Experiment) -> ModelField? {
        let rows = Self.rows(of: experiment)
        guard rows.indices.contains(row) else { return rows.last?.first }
        return rows[row].isEmpty ? nil : rows[row][min(column, rows[row].count - 1)]
    }

    /// The layer one is on, if one is on a layer.
    func layer(in experiment: Experiment) -> Int? {
        experiment.model.layers.indices.contains(row) ? row : nil
    }

    mutating func move(_ motion: Motion, in experiment: Experiment) {
        let rows = Self.rows(of: experiment)
        let wasOnLayer = layer(in: experiment) != nil
        switch motion {
        case .up: row -= 1
        case .down: row += 1
        case .left: column -= 1
        case .right: column += 1
        case .pageUp, .home: row = 0
        case .pageDown, .end: row = rows.count - 1
        }
        clamp(in: experiment)
        // An activation's column is none of the settings'.
        if wasOnLayer != (layer(in: experiment) != nil) { column = 0 }
    }

    /// Goes to a row.
    mutating func go(to row: Int, in experiment: Experiment) {
        self.row = row
        clamp(in: experiment)
    }

    /// Stays on a field, whatever became of the layers.
    mutating func clamp(in experiment: Experiment) {
        let rows = Self.rows(of: experiment)
        row = max(0, min(rows.count - 1, row))
        column = max(0, min(rows[row].count - 1, column))
    }
}
