// The forms in which data sets want arrays.
extension NpyArray {
    /// At least one sample, where the first axis counts samples.
    ///
    /// - Throws: ``DatasetError/unsuitable(path:problem:)`` with type and shape.
    func requireSamples() throws {
        guard shape.first != 0 else { throw refusal("\(summary): there are no samples in it") }
    }

    /// One number for each row of another array: shape `(n,)`, or `(n, 1)`.
    ///
    /// - Parameters:
    ///   - samples: The other array.
    ///   - noun: The word for its rows, in the plural.
    /// - Throws: ``DatasetError/unsuitable(path:problem:)`` with both shapes.
    func requireOne(forEachOf samples: NpyArray, _ noun: String) throws {
        guard shape == [samples.count] || shape == [samples.count, 1] else {
            throw samples.refusal(
                with: self,
                "\(samples.count) \(noun) need \(name) of shape \([samples.count].tuple) or "
                    + "\([samples.count, 1].tuple)")
        }
    }

    /// The class of each sample.
    ///
    /// - Parameters:
    ///   - classes: The number of classes.
    ///   - noun: The word for a class.
    ///   - samples: The samples' array.
    ///   - sampleNoun: The word for them, in the plural.
    /// - Returns: Labels from 0 on, one for each sample.
    /// - Throws: ``DatasetError/unsuitable(path:problem:)``.
    func labels(
        _ classes: Int, noun: String, forEachOf samples: NpyArray, _ sampleNoun: String
    ) throws -> [Int32] {
        try requireOne(forEachOf: samples, sampleNoun)
        let labels = try integers()
        if let index = labels.firstIndex(where: { !(0..<Int32(classes)).contains($0) }) {
            throw refusal(
                "\(place(of: index)): \(labels[index]) is no \(noun), since they run from 0 to \(classes - 1)"
            )
        }
        return labels
    }

    /// Texts as ranks of words: an array of lists, tuples or arrays, or a table whose rows are filled up with zeros,
    /// in front or at the end.
    ///
    /// - Returns: The ranks of each text, without the zeros that fill a row up.
    /// - Throws: ``DatasetError/unsuitable(path:problem:)``.
    func texts() throws -> IntegerLists {
        switch content {
        case .lists(let lists) where shape.count == 1: return lists
        case .numbers where shape.count == 2 && !shape.contains(0) && type.kind != .bool,
            .wholeNumbers where shape.count == 2:
            let numbers = try integers()
            let width = Int32(shape[1])
            let places = (0..<shape[0]).map { row in
                IntegerLists.Place(start: Int32(row) * width, count: width)
            }
            return IntegerLists(values: numbers, places: places).withoutPadding
        default:
            throw refusal(
                "\(summary), where texts are needed: lists of whole numbers, or a table of them with one row "
                    + "for each text")
        }
    }
}

extension IntegerLists {
    /// The lists without zeros in front and at the end, as Keras' `pad_sequences` puts them there.
    fileprivate var withoutPadding: IntegerLists {
        IntegerLists(
            values: values,
            places: places.map { place in
                var (start, end) = (Int(place.start), Int(place.start) + Int(place.count))
                while start < end, values[end - 1] == 0 { end -= 1 }
                while start < end, values[start] == 0 { start += 1 }
                return Place(start: Int32(start), count: Int32(end - start))
            })
    }
}
