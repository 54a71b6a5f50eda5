import Datasets

extension Split {
    /// Makes sure that every label and column is one that the network has, before kernels count on it.
    ///
    /// - Parameter units: How many units the last layer has.
    /// - Throws: ``EngineError/labelOutOfRange(label:units:row:)`` or ``EngineError/columnOutOfRange(column:columns:)``.
    func check(units: Int) throws {
        let range = 0..<Int32(clamping: units)
        if let row = labels.firstIndex(where: { !range.contains($0) }) {
            throw EngineError.labelOutOfRange(label: Int(labels[row]), units: units, row: row)
        }
        guard case .sparse(let rows) = inputs else { return }
        let columns = 0..<Int32(clamping: rows.columns)
        let stray = rows.indices.withUnsafeBufferPointer { $0.first { !columns.contains($0) } }
        if let stray { throw EngineError.columnOutOfRange(column: Int(stray), columns: rows.columns) }
    }
}
