/// The weights of a network as named arrays, and back.
extension Network {
    /// The weights, named as Keras names them: `dense/kernel`, `dense/bias`, `normalization/mean`.
    ///
    /// Matrices are `[inputs, units]`, vectors `[units]`. A layer without a bias has no array for it.
    public var tensors: [Safetensors.Tensor] {
        zip(zip(model.layers, model.layerNames), weights).flatMap { layer, weights in
            zip(layer.0.parts, weights.arrays).map { part, matrix in
                Safetensors.Tensor(
                    "\(layer.1)/\(part.name)",
                    shape: part.isVector ? [matrix.columns] : [matrix.rows, matrix.columns],
                    floats: matrix.values)
            }
        }
    }

    /// Takes the weights of a model out of named arrays, `F16`, `BF16` and `F64` converted to float32.
    ///
    /// - Parameters:
    ///   - model: The layers.
    ///   - inputs: The number of inputs of each sample.
    ///   - tensors: At least those that ``tensors`` would give; others are passed over.
    ///   - path: The name in errors of the file that they are from.
    /// - Throws: ``FileError`` where one is missing, of another shape, or has a finite number beyond the range of float32.
    public init(
        model: Model, inputs: Int, tensors: Safetensors, path: String
    ) throws(FileError) {
        var width = inputs
        var weights: [Weights] = []
        for (layer, name) in zip(model.layers, model.layerNames) {
            var arrays: [Matrix] = []
            for part in layer.parts {
                let columns = layer.units ?? width
                let shape = part.isVector ? [columns] : [width, columns]
                let tensor = tensors["\(name)/\(part.name)"]
                guard let tensor else {
                    throw Self.missing("\(name)/\(part.name)", in: tensors, path)
                }
                guard tensor.shape == shape, let floats = tensor.convertedFloats else {
                    throw .mismatched(
                        path: path,
                        problem:
                            "“\(tensor.name)” is \(tensor.type.rawValue) in the shape \(tensor.shape), but the "
                            + "model wants F32 (or F16, BF16, F64) in the shape \(shape)")
                }
                if let overflow = tensor.overflow { throw .outOfRange(path: path, problem: overflow) }
                arrays.append(
                    Matrix(rows: part.isVector ? 1 : width, columns: columns, values: floats))
            }
            if let dense = layer.dense, !dense.useBias {
                arrays.append(Matrix(rows: 1, columns: dense.units))
            }
            weights.append(Weights(arrays: arrays))
            width = layer.outputs(for: width)
        }
        self.init(model: model, weights: weights)
    }

    private static func missing(_ name: String, in tensors: Safetensors, _ path: String) -> FileError {
        guard let type = tensors.passedOver[name] else {
            return .missing(path: path, what: "array “\(name)”")
        }
        return .mismatched(
            path: path,
            problem: "“\(name)” is of the type \(type), but weights are read from F32, F16, BF16 and F64")
    }
}

extension Layer {
    /// One array of a layer's weights, as Keras calls it.
    struct Part {
        var name: String
        var isVector: Bool
    }

    /// The arrays that a layer keeps, in Keras' order.
    var parts: [Part] {
        if let dense {
            return [Part(name: "kernel", isVector: false)]
                + (dense.useBias ? [Part(name: "bias", isVector: true)] : [])
        }
        guard function is Normalization else { return [] }
        return ["mean", "variance"].map { Part(name: $0, isVector: true) }
    }
}
