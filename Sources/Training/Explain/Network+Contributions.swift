import Datasets

extension Network {
    /// Works out the contribution of each word of a text to each class.
    ///
    /// - Parameter columns: The columns that hold a one, as in ``SparseRows``; those that there are not are left out.
    /// - Returns: A contribution for each of them.
    /// - Throws: ``EngineError`` where there is not enough memory.
    public func contributions(of columns: [Int32]) throws -> Contributions {
        try contributions(of: .words(columns, of: inputs), row: 0)
    }

    /// Works out the contribution of each word, or each number, of one sample to each class.
    ///
    /// With a dense first layer on ones, leaving a word out is taking one row of the kernel from the first sums; only
    /// the layers behind it are run again, for all words at once. Otherwise the whole sample is run again for each.
    ///
    /// - Parameters:
    ///   - inputs: Samples in the form that the network was trained on.
    ///   - row: The row of the sample.
    ///   - hasClasses: `true` if the outputs are classes rather than numbers to be learnt.
    /// - Returns: A contribution for each one of a row of ones, and for each number of any other.
    /// - Throws: ``EngineError`` where there is not enough memory.
    public func contributions(of inputs: Inputs, row: Int, hasClasses: Bool = true) throws -> Contributions {
        let plain = withoutDropout
        if case .sparse(let rows) = inputs, let first = plain.model.layers.first, first.units != nil {
            let columns = rows[row].filter { 0..<Int32(plain.inputs) ~= $0 }
            return try plain.contributions(ofWords: columns, hasClasses)
        }
        return try plain.contributions(ofNumbers: inputs, row, hasClasses)
    }

    // MARK: Words

    private func contributions(ofWords columns: [Int32], _ hasClasses: Bool) throws -> Contributions {
        let tail = afterFirstSums
        let sums = weights[0].sums(leavingOut: columns)
        let outputs = try tail.upToLastSums.outputs(of: sums, layers: tail.model.layers.indices)
        // The ones are ones: gradient × input is the gradient.
        let logits = hasClasses && seesLastSums ? tail.upToLastSums : tail
        let slopes = try logits.slopes(at: Array(sums[0]))
        let gradients = weights[0].kernel.products(ofRows: columns, with: slopes)
        return try gathered(
            columns, .absence, outputs: outputs,
            gradients: gradients, hasClasses)
    }

    // MARK: Numbers

    /// The most numbers that are laid out at a time.
    private static let mostNumbers = 4_000_000

    private func contributions(
        ofNumbers inputs: Inputs, _ row: Int, _ hasClasses: Bool
    ) throws -> Contributions {
        let sample = inputs.values(of: row)
        var columns = Array(0..<Int32(sample.count))
        if case .sparse(let rows) = inputs { columns = Array(rows[row]) }
        var means: [Float] = []
        var ablation = Contributions.Ablation.zero
        if case .sparse = inputs {
            ablation = .absence
        } else if model.layers.first?.function is Normalization {
            (means, ablation) = (weights[0].mean, .mean)
        }
        let absent = { (column: Int32) in means.isEmpty ? 0 : means[Int(column)] }
        let network = upToLastSums
        var outputs = try network.outputs(
            of: DenseRows(columns: max(1, sample.count), values: sample), layers: model.layers.indices
        ).values
        let step = max(1, Self.mostNumbers / max(1, sample.count))
        for start in stride(from: 0, to: columns.count, by: step) {
            var rows: [Float] = []
            for column in columns[start..<min(start + step, columns.count)] {
                rows += sample
                rows[rows.count - sample.count + Int(column)] = absent(column)
            }
            outputs += try network.outputs(
                of: DenseRows(columns: sample.count, values: rows), layers: model.layers.indices
            ).values
        }
        let slopes = try (hasClasses && seesLastSums ? network : self).slopes(at: sample)
        var gradients = Matrix(rows: columns.count, columns: slopes.rows)
        for (place, column) in columns.enumerated() {
            let distance = sample[Int(column)] - absent(column)
            for output in 0..<slopes.rows {
                gradients[place, output] = distance * slopes[output, Int(column)]
            }
        }
        let width = max(1, outputs.count / (columns.count + 1))
        return try gathered(
            columns, ablation, outputs: DenseRows(columns: width, values: outputs),
            gradients: gradients, hasClasses)
    }

    // MARK: Both

    /// Compares the answer to the whole sample with those to what is left of it.
    ///
    /// - Parameters:
    ///   - columns: The columns that were left out, one at a time.
    ///   - ablation: The meaning of leaving out.
    ///   - outputs: The last sums, first of the whole sample, then without each column.
    ///   - gradients: `[columns, outputs]`.
    ///   - hasClasses: `true` if the outputs are classes.
    /// - Returns: The differences.
    /// - Throws: ``EngineError`` where there is not enough memory.
    private func gathered(
        _ columns: [Int32], _ ablation: Contributions.Ablation, outputs: DenseRows, gradients: Matrix,
        _ hasClasses: Bool
    ) throws -> Contributions {
        let shares = hasClasses ? try softmaxes(of: outputs) : nil
        func answer(_ row: Int) -> (logits: [Float], probabilities: [Float]) {
            var sums = Array(outputs[row])
            if let shares, !sums.contains(where: \.isNaN) { return (sums, Array(shares[row])) }
            if hasClasses { return self.answer(toSums: sums) }
            model.layers.last?.activation?.apply(to: &sums)
            return (sums, [])
        }
        let whole = answer(0)
        var (logits, probabilities): ([Float], [Float]) = ([], [])
        logits.reserveCapacity(columns.count * whole.logits.count)
        probabilities.reserveCapacity(columns.count * whole.probabilities.count)
        for place in columns.indices {
            let rest = answer(place + 1)
            for label in whole.logits.indices { logits.append(whole.logits[label] - rest.logits[label]) }
            for label in whole.probabilities.indices {
                probabilities.append(whole.probabilities[label] - rest.probabilities[label])
            }
        }
        let classes = whole.logits.count
        var slopes = gradients
        if gradients.columns == 1, classes == 2 {
            // One unit speaks for yes, and against no.
            slopes = Matrix(
                rows: columns.count, columns: 2, values: gradients.values.flatMap { [-$0, $0] })
        }
        return Contributions(
            columns: columns, ablation: ablation, logits: whole.logits, probabilities: whole.probabilities,
            logitChanges: Matrix(rows: columns.count, columns: classes, values: logits),
            probabilityChanges: Matrix(
                rows: columns.count, columns: whole.probabilities.count, values: probabilities),
            gradients: slopes)
    }

    /// The probabilities of many last sums at once, `[rows, classes]`; `nil` where they are not simply their softmax.
    private func softmaxes(of sums: DenseRows) throws -> DenseRows? {
        guard seesLastSums, sums.columns > 1, !(model.loss.function is BinaryCrossentropy) else { return nil }
        let softmax = Network(
            model: Model(layers: [.activation(.softmax)]), weights: [Weights(arrays: [])])
        return try softmax.outputs(of: sums, layers: 0..<1)
    }
}

extension Inputs {
    /// One text as the columns of its words.
    ///
    /// - Parameters:
    ///   - columns: Ascending and distinct; those out of range are left out.
    ///   - width: The number of columns.
    /// - Returns: A single row.
    public static func words(_ columns: [Int32], of width: Int) -> Inputs {
        let columns = columns.filter { 0..<Int32(width) ~= $0 }
        return .sparse(
            SparseRows(columns: width, offsets: [0, Int32(columns.count)], indices: columns))
    }
}

extension Network.Weights {
    /// The sums of a text, and what is left of them without each of its words.
    ///
    /// - Parameter columns: The words.
    /// - Returns: `[1 + words, units]`, the whole text first.
    fileprivate func sums(leavingOut columns: [Int32]) -> DenseRows {
        let units = bias.count
        var values = [Float](repeating: 0, count: (columns.count + 1) * units)
        kernel.values.withUnsafeBufferPointer { kernel in
            // Terms that are added and taken away again are best added in double precision.
            var whole = bias.map(Double.init)
            for column in columns {
                for unit in 0..<units { whole[unit] += Double(kernel[Int(column) * units + unit]) }
            }
            for unit in 0..<units { values[unit] = Float(whole[unit]) }
            for (place, column) in columns.enumerated() {
                for unit in 0..<units {
                    values[(place + 1) * units + unit] =
                        Float(whole[unit] - Double(kernel[Int(column) * units + unit]))
                }
            }
        }
        return DenseRows(columns: max(1, units), values: values)
    }
}

extension Matrix {
    /// Some rows, each multiplied with every row of another matrix.
    ///
    /// - Parameters:
    ///   - rows: The numbers of the rows.
    ///   - other: As wide as this matrix.
    /// - Returns: `[rows, other's rows]`.
    fileprivate func products(ofRows rows: [Int32], with other: Matrix) -> Matrix {
        let (width, count) = (columns, other.rows)
        // Upright, so that each number of a row adds to all products side by side: what a processor does at once.
        var upright = [Float](repeating: 0, count: width * count)
        for row in 0..<count {
            for column in 0..<width { upright[column * count + row] = other.values[row * width + column] }
        }
        var products = [Float](repeating: 0, count: rows.count * count)
        values.withUnsafeBufferPointer { values in
            upright.withUnsafeBufferPointer { upright in
                products.withUnsafeMutableBufferPointer { products in
                    for (place, row) in rows.enumerated() {
                        for column in 0..<width {
                            let value = values[Int(row) * width + column]
                            for output in 0..<count {
                                products[place * count + output] += value * upright[column * count + output]
                            }
                        }
                    }
                }
            }
        }
        return Matrix(rows: rows.count, columns: count, values: products)
    }
}
