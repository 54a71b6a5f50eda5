/// Small pictures side by side, each with a line below it.
struct PictureTiles {
    /// One of them.
    struct Tile {
        var picture: GreyPicture
        /// The text below it, and its style.
        var caption: String
        var style = Style(.text)
        /// The command that a click on it carries out.
        var command: Command?
    }

    /// An arrangement of tiles in an area.
    struct Grid: Equatable {
        var columns: Int
        var rows: Int
        /// The room of one picture, its line left out.
        var picture: Size

        var count: Int { columns * rows }
    }

    private static let gap = 2
    /// In smaller ones nothing can be made out.
    private static let least = Size(7, 4)

    /// The grid that suits an area: pictures in their own size where at least so many fit, else smaller ones.
    ///
    /// - Parameters:
    ///   - area: The room for the tiles.
    ///   - size: The number of columns and rows of pixels in a picture.
    ///   - wanted: The number of tiles to reach, if they can be made out.
    ///   - most: The largest number of tiles.
    /// - Returns: The grid, which may have no place at all.
    static func grid(in area: Rect, of size: Size, wanted: Int, most: Int = .max) -> Grid {
        let own = Size(size.columns, (size.rows + 1) / 2)
        func grid(_ picture: Size) -> Grid {
            Grid(
                columns: max(0, (area.columns + gap) / (picture.columns + gap)),
                rows: max(0, area.rows / (picture.rows + 1)), picture: picture)
        }
        // From the own size down, a column of cells at a time, until enough of them fit.
        var best = grid(own)
        var columns = own.columns
        // Below half its size a picture says less than one more picture does.
        let narrowest = min(own.columns, max(least.columns, own.columns / 2))
        while best.count < min(wanted, most), columns > narrowest {
            columns -= 1
            let rows = max(1, (own.rows * columns + own.columns - 1) / max(1, own.columns))
            best = grid(Size(columns, max(min(least.rows, own.rows), rows)))
        }
        // No more lines than there are tiles.
        if best.columns > 0, best.count > most {
            best.columns = min(best.columns, most)
            best.rows = min(best.rows, (most + best.columns - 1) / best.columns)
        }
        return best
    }

    var tiles: [Tile]
    var grid: Grid

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard grid.columns > 0 else { return }
        for (place, tile) in tiles.prefix(grid.count).enumerated() {
            let cell = Rect(
                area.left + place % grid.columns * (grid.picture.columns + Self.gap),
                area.top + place / grid.columns * (grid.picture.rows + 1), grid.picture.columns,
                grid.picture.rows + 1
            ).intersection(area)
            let (room, line) = cell.splitBottom(1)
            tile.picture.draw(in: room, on: &canvas, glyphs)
            canvas.put(
                tile.caption.clipped(to: line.columns, ellipsis: glyphs.ellipsis), line.left, line.top,
                tile.style, in: line)
            if let command = tile.command { canvas.link(cell, to: command) }
        }
    }
}
