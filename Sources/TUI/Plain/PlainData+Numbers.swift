import Datasets

/// Samples that are numbers or pictures, in words.
extension PlainData {
    /// The numbers of a sample, each with where it lies in the training split.
    func numbers(of number: Int, in split: Split) -> [String] {
        let (features, numbers) = (dataset.columns, dataset.numbers(of: number, in: split))
        guard !features.isEmpty, features.count == numbers.count else { return [] }
        let table = PlainTable(
            head: ["feature", "value", "least in train", "greatest"],
            rows: features.indices.map { place in
                let spread =
                    statistics.features.indices.contains(place) ? statistics.features[place].range : nil
                return [
                    features[place].name, features[place].text(numbers[place]),
                    spread.map { features[place].text(measured: $0.lowerBound) } ?? "",
                    spread.map { features[place].text(measured: $0.upperBound) } ?? "",
                ]
            }, leftColumns: [0])
        return table.lines
    }

    /// A sample as letters that are denser where there is more ink.
    func picture(of number: Int, in split: Split) -> [String] {
        guard let picture = dataset.picture(of: number, in: split, statistics) else { return [] }
        var canvas = Canvas(Size(Self.columns, 20))
        let place = picture.draw(in: canvas.bounds, on: &canvas, .ascii)
        return Array(canvas.lines.prefix(place.rows))
    }

    /// The pictures from the chosen one on, by number and class.
    var pictures: [String] {
        let split = dataset.split(of: samples.part)
        let shown = samples.rows.dropFirst(samples.position.cursor).prefix(9)
        return shown.flatMap { number in
            ["\(samples.part.rawValue) \(number): \(dataset.truth(of: number, in: split))."]
                + picture(of: number, in: split)
        }
    }

    /// The distribution of the values to be learnt in the listed samples.
    var valueSizes: [String] {
        let sorted = ValueSizes.numbers(of: samples, in: dataset).sorted()
        guard let feature = dataset.learnt.first, let least = sorted.first, let most = sorted.last else {
            return ["Nothing is listed."]
        }
        func upTo(_ share: Double) -> Double {
            sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
        }
        let shares = [0.1, 0.25, 0.5, 0.75, 0.9].map {
            "\(Format.percent($0, places: 0)) have up to \(feature.text(measured: upTo($0)))"
        }
        return [
            "\(feature.name) of \(Format.count(sorted.count, dataset.nouns.sample, dataset.nouns.samples)): from "
                + "\(feature.text(measured: least)) to \(feature.text(measured: most)); "
                + shares.joined(separator: ", ") + "."
        ]
    }
}
