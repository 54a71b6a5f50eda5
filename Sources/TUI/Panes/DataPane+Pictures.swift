import Datasets

/// Samples that are pictures.
extension DataPane {
    /// The chosen picture, as large as fits.
    func drawPicture(
        of number: Int, _ split: Split, in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        dataset.picture(of: number, in: split, statistics)?.draw(in: area, on: &canvas, glyphs)
    }

    /// The pictures from the chosen one on, each with its class.
    func drawPictures(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard area.rows >= 2, area.columns >= 12, let size = dataset.picture else { return }
        let (head, body) = area.splitTop(1)
        canvas.fill(head, glyphs.frame.horizontal, Style(.border))
        let grid = PictureTiles.grid(in: body, of: Size(size.columns, size.rows), wanted: 9)
        let split = dataset.split(of: samples.part)
        let first = samples.position.cursor
        let places = samples.rows.indices.dropFirst(first).prefix(grid.count)
        let count = Format.count(places.count, dataset.nouns.sample, dataset.nouns.samples)
        canvas.put(
            " \(count) from \(samples.part.rawValue) \(samples.selected ?? 0) on ".clipped(
                to: head.columns - 1),
            head.left + 1, head.top, Style(.label), in: head)
        let tiles = places.compactMap { place -> PictureTiles.Tile? in
            let number = samples.rows[place]
            return dataset.picture(of: number, in: split, statistics).map {
                PictureTiles.Tile(
                    picture: $0, caption: dataset.truth(of: number, in: split), style: Style(.accent),
                    command: .choose(.data, place))
            }
        }
        PictureTiles(tiles: tiles, grid: grid).draw(in: body, on: &canvas, glyphs)
    }
}

extension Dataset {
    /// A sample as a picture, where it is one.
    func picture(of row: Int, in split: Split, _ statistics: DatasetStatistics) -> GreyPicture? {
        guard let picture, case .dense(let rows) = split.inputs, 0..<rows.count ~= row,
            picture.rows * picture.columns == rows.columns
        else { return nil }
        return GreyPicture(pixels: Array(rows[row]), columns: picture.columns, range: statistics.pixels)
    }
}
