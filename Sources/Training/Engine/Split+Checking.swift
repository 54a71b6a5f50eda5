import Datasets

extension Split {
    /// Makes sure that every target and column is one that the network has, before kernels count on it.
    ///
    /// - Parameter outputs: The number of outputs of the last layer.
    /// - Throws: ``EngineError``.
    func check(outputs: Int) throws {
        switch targets {
        case .labels(let labels):
            // One output is compared with the class' number, which may be any.
            let range = 0..<Int32(clamping: outputs == 1 ? Int.max : outputs)
            if let row = labels.firstIndex(where: { !range.contains($0) }) {
                throw EngineError.labelOutOfRange(label: Int(labels[row]), units: outputs, row: row)
            }
        case .values(let rows):
            guard rows.columns == outputs else {
                throw EngineError.wrongTargets(values: rows.columns, outputs: outputs)
            }
        }
        guard case .sparse(let rows) = inputs else { return }
        let columns = 0..<Int32(clamping: rows.columns)
        let stray = rows.indices.withUnsafeBufferPointer { $0.first { !columns.contains($0) } }
        if let stray { throw EngineError.columnOutOfRange(column: Int(stray), columns: rows.columns) }
    }
}
