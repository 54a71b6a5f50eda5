import Datasets
import Training

/// A bar for each class, next to the picture where the sample is one.
extension InspectorPane {
    /// Divides the room of the bars where the samples are pictures.
    static func parts(ofBars area: Rect, in dataset: Dataset) -> (picture: Rect, bars: Rect) {
        let nothing = Rect(area.left, area.top, 0, 0)
        guard let picture = dataset.picture else { return (nothing, area) }
        let whole = Size(picture.columns, (picture.rows + 1) / 2)
        if area.columns >= 60, area.rows >= 4 {
            let size = GreyPicture.size(
                columns: picture.columns, rows: picture.rows,
                in: Size(min(area.columns / 2, max(whole.columns, area.columns - 44)), area.rows))
            let (left, right) = area.splitLeft(size.columns + 2)
            return (Rect(left.left, left.top, size.columns, size.rows), right)
        }
        // Below each other the bars need a line for each class first.
        let rows = area.rows - dataset.classes.count - 1
        guard rows >= 5 else { return (nothing, area) }
        let size = GreyPicture.size(
            columns: picture.columns, rows: picture.rows, in: Size(area.columns, rows))
        let (top, rest) = area.splitTop(size.rows + 1)
        return (Rect(top.left, top.top, size.columns, size.rows), rest)
    }

    func drawClasses(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard let row, let probabilities, probabilities.count == dataset.classes.count,
            let predicted = Network.likeliest(probabilities)
        else { return }
        let truth = truth
        let (head, middle, foot) = Self.parts(of: area)
        drawClassHead(predicted, truth, probabilities, in: head, on: &canvas, glyphs)
        let (picture, bars) = Self.parts(ofBars: middle, in: dataset)
        if !picture.isEmpty {
            dataset.picture(of: row, in: split, statistics)?.draw(in: picture, on: &canvas, glyphs)
        }
        drawBars(probabilities, predicted, truth, in: bars, on: &canvas, glyphs)
        drawClassFoot(
            probabilities, shown: BarColumns.capacity(bars, showsAll: isZoomed), in: foot, on: &canvas, glyphs
        )
    }

    /// The classes in the order of the bars.
    static func sorted(
        _ dataset: Dataset, _ probabilities: [Float], by order: ClassOrder, reversed: Bool
    ) -> [Int] {
        let classes = Array(dataset.classes.indices)
        let sorted =
            switch order {
            case .number: classes
            case .name: classes.sorted { (dataset.classes[$0], $0) < (dataset.classes[$1], $1) }
            case .probability where probabilities.count == classes.count:
                classes.sorted { (probabilities[$0], $1) > (probabilities[$1], $0) }
            case .probability: classes
            }
        return reversed ? sorted.reversed() : sorted
    }

    private func drawClassHead(
        _ predicted: Int, _ truth: Int?, _ probabilities: [Float], in area: Rect, on canvas: inout Canvas,
        _ glyphs: Glyphs
    ) {
        func percent(_ label: Int) -> String { Format.percent(Double(probabilities[label]), places: 2) }
        let rest =
            truth.map {
                $0 == predicted ? "right" : "wrong: it is \(dataset.name(of: $0))  \(percent($0))"
            } ?? ""
        drawVerdict(
            "\(dataset.name(of: predicted))  \(percent(predicted))", rest,
            isRight: truth.map { $0 == predicted },
            facts: state.isLogarithmic
                ? ["powers of ten", rankingText(probabilities), state.order.title]
                : [rankingText(probabilities), "\(state.order.title), in %"], in: area, on: &canvas, glyphs)
    }

    /// The rank of the true class, and the indecision of the network, in words.
    func rankingText(_ probabilities: [Float]) -> String {
        let ranking = Ranking(probabilities)
        let entropy = "\(Format.fixed(ranking.entropy, 2)) nats"
        guard let truth, let rank = ranking.rank(of: truth), let margin = ranking.margin(of: truth) else {
            return entropy
        }
        return "rank \(rank), margin \(Format.signed(Double(margin) * 100, 1)) %, \(entropy)"
    }

    private func drawBars(
        _ probabilities: [Float], _ predicted: Int, _ truth: Int?, in area: Rect, on canvas: inout Canvas,
        _ glyphs: Glyphs
    ) {
        let sorted = Self.sorted(dataset, probabilities, by: state.order, reversed: state.isReversed)
        let found = Set(search?.rows ?? [])
        BarColumns(
            items: sorted.enumerated().map { place, label in
                let isPredicted = label == predicted
                let isTrue = label == truth
                let name = dataset.classes[label]
                return BarColumns.Item(
                    number: label, name: name == "\(label)" ? "" : name,
                    share: Self.length(Double(probabilities[label]), isLogarithmic: state.isLogarithmic),
                    value: Format.fixed(Double(probabilities[label]) * 100, 2),
                    role: isTrue ? .truth : isPredicted ? .predicted : .bar,
                    sign: isTrue ? glyphs.verdict.right : isPredicted ? glyphs.pointer : " ",
                    surface: isFocused && place == state.position.cursor
                        ? .selection : found.contains(place) ? .quietSelection : .background,
                    command: .choose(.inspector, place))
            }, top: state.position.top, showsAll: isZoomed
        ).draw(in: area, on: &canvas, glyphs)
    }

    private func drawClassFoot(
        _ probabilities: [Float], shown: Int, in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        guard !area.isEmpty else { return }
        let sum = "sum " + Format.fixed(probabilities.reduce(0.0) { $0 + Double($1) }, 2)
        let all = Format.count(probabilities.count, dataset.nouns.label, dataset.nouns.labels)
        let count = shown < probabilities.count ? "\(shown) of \(all)" : all
        let results = results
        // The sum of the first few classes' probabilities.
        let first = Ranking(probabilities).order.prefix(3)
        let share = first.reduce(0.0) { $0 + Double(probabilities[$1]) }
        let top = probabilities.count > 3 ? ", first 3 " + Format.percent(share) : ""
        guard let many = results.first, let few = results.last, test?.metrics.accuracy != nil else {
            canvas.put("\(count), \(sum)\(top)", area.left, area.top, Style(.label), in: area)
            return
        }
        // The sum and the result always; how many there are, and what a guess achieves, in the words that fit.
        drawFoot(
            [("\(count), \(sum)\(top)", many), ("\(count), \(sum)", many)]
                + results.map { (sum, $0) } + [("", few)], in: area, on: &canvas,
            glyphs)
    }
}
