import Glibc
import Testing

@testable import TUI

/// Tells whether the library that paints pictures is available.
private let canPaint = dlopen("librsvg-2.so.2", RTLD_LAZY) != nil

@Suite struct `A screen as PNG` {
    @Test(.enabled(if: canPaint, "librsvg2-2 is not installed, so no picture can be painted"))
    func `is twice as large as its drawing`() throws {
        let drawing = SVG(`A screen as SVG`.canvas, theme: .dark)
        let bytes = try PNG.bytes(of: drawing)
        #expect(bytes.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        func number(at place: Int) -> Int { bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
        #expect(number(at: 16) == 2 * drawing.width)
        #expect(number(at: 20) == 2 * drawing.height)
        // Something was painted: an empty picture packs into a few hundred bytes.
        #expect(bytes.count > 3000)
    }

    @Test(.enabled(if: canPaint, "librsvg2-2 is not installed, so no picture can be painted"))
    func `that is too large to be painted is an error`() {
        let drawing = SVG(Canvas(Size(4000, 1)), theme: .dark)
        #expect(throws: ExportError.tooLarge(width: 3_602_800, height: 4600)) {
            try PNG.bytes(of: drawing, scale: 100)
        }
    }

    @Test func `says what to install where the library is missing`() {
        #expect(
            ExportError.noLibrary("no such file").description
                == "PNG pictures need librsvg, which can't be loaded (no such file). "
                + "Install it (on Debian: apt install librsvg2-2), or export SVG.")
    }
}
