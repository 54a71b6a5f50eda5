import Datasets
import Training

/// Pictures with their predictions and their true classes.
extension InspectorPane {
    /// The largest number of pictures.
    static let mostPairs = 10

    func drawPairs(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard let size = dataset.picture else { return }
        guard let predictions, predictions.request.part == part, predictions.outputs.count > 0 else {
            canvas.putHint(["The network is being asked about these \(dataset.nouns.samples)."], in: area)
            return
        }
        let rows = predictions.request.rows
        let answers = rows.indices.map { place in
            Pair(
                row: rows[place], predicted: Network.likeliest(Array(predictions[place])),
                truth: dataset.label(of: rows[place], in: split))
        }
        let (head, body, foot) = Self.parts(of: area)
        let right = answers.count { $0.isRight }
        let style = Style(.text, .bold)
        canvas.put(
            "\(right) of \(Format.count(answers.count, dataset.nouns.sample, dataset.nouns.samples)) right",
            head.left, head.top, style, in: head)
        if head.rows >= 2 {
            let words = [
                "from \(part.rawValue) \(rows.first ?? 0) on", ageText, "what it says, then what it is",
            ]
            canvas.put(
                words.joined(separator: glyphs.separator).clipped(
                    to: head.columns, ellipsis: glyphs.ellipsis),
                head.left, head.top + 1, Style(.label), in: head)
        }
        let grid = PictureTiles.grid(
            in: body, of: Size(size.columns, size.rows), wanted: answers.count, most: answers.count)
        let isRoomy = grid.picture.columns >= 12
        PictureTiles(tiles: answers.compactMap { tile($0, isRoomy, glyphs) }, grid: grid)
            .draw(in: body, on: &canvas, glyphs)
        drawFoot(results.map { ("", $0) }, in: foot, on: &canvas, glyphs)
    }

    /// A sample with its prediction and its true class.
    private struct Pair {
        var row: Int
        var predicted: Int?
        var truth: Int?

        var isRight: Bool { predicted != nil && predicted == truth }
    }

    private func tile(_ pair: Pair, _ isRoomy: Bool, _ glyphs: Glyphs) -> PictureTiles.Tile? {
        guard let picture = dataset.picture(of: pair.row, in: split, statistics) else { return nil }
        let said = pair.predicted.map { dataset.name(of: $0) } ?? "nothing"
        let truth = pair.truth.map { dataset.name(of: $0) } ?? "?"
        return PictureTiles.Tile(
            picture: picture,
            caption: pair.isRight
                ? "\(glyphs.verdict.right) \(said)"
                : "\(glyphs.verdict.wrong) \(said)\(isRoomy ? ", is " : "/")\(truth)",
            style: Style(pair.isRight ? .success : .error, .bold), command: .select(part, pair.row))
    }
}
