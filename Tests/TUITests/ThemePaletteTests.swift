import Testing

@testable import TUI

@Suite struct `A palette` {
    private static let themes = ["dark", "light"]
    /// What carries words; the rest are lines, bars and marks.
    private static let read: Set<Role> = [
        .text, .label, .title, .focusTitle, .accent, .key, .success, .warning, .error, .match,
    ]
    private static let marks = Role.allCases.filter { !read.contains($0) }

    private func theme(_ name: String) throws -> Theme {
        try ThemeLibrary(folders: [Themes.folder.path]).theme(name)
    }

    /// The colours that 256-colour terminals show; a theme without a ground of its own stands on black.
    private func shown(_ role: Role, on surface: Surface, of palette: Palette) throws -> (Color, Color) {
        let ink = palette[Style(role, on: surface)]
        let ground = ink.background < 0 ? Color(0, 0, 0) : FixedColors.indexed[Int(ink.background) - 16]
        try #require(ink.foreground >= 16)
        return (FixedColors.indexed[Int(ink.foreground) - 16], ground)
    }

    @Test(arguments: themes, Surface.allCases)
    func `keeps text legible on every surface`(name: String, surface: Surface) throws {
        let palette = Palette(try theme(name), depth: .indexed)
        for role in Self.read {
            let (letters, ground) = try shown(role, on: surface, of: palette)
            #expect(letters.contrast(with: ground) >= 4.5, "\(role): \(letters) on \(ground)")
        }
    }

    @Test(arguments: themes, [Surface.background, .popup])
    func `keeps curves, bars and marks visible`(name: String, surface: Surface) throws {
        let palette = Palette(try theme(name), depth: .indexed)
        for role in Self.marks {
            let (mark, ground) = try shown(role, on: surface, of: palette)
            #expect(mark.contrast(with: ground) >= 3, "\(role): \(mark) on \(ground)")
        }
    }

    @Test(arguments: themes)
    func `keeps the two curves apart for every kind of colour vision`(name: String) throws {
        let theme = try theme(name)
        let training = try #require(theme[Role.trainingCurve].foreground)
        let validation = try #require(theme[Role.validationCurve].foreground)
        // Blue against yellow is the axis that red-blind and green-blind eyes keep; tritanopes keep the other.
        #expect(abs(training.oklab.b - validation.oklab.b) > 0.2)
        #expect(abs(training.oklab.a - validation.oklab.a) > 0.05)
    }

    @Test(arguments: themes)
    func `shows the themes' colours on 256 as they were chosen`(name: String) throws {
        let theme = try theme(name)
        for role in Role.allCases {
            let color = try #require(theme[role].foreground)
            #expect(FixedColors.indexed[color.nearestIndexed - 16] == color, "\(role)")
        }
    }

    @Test func `keeps hues on eight colours, and greys as plain text`() {
        let palette = Palette(.dark, depth: .basic)
        func number(_ role: Role) -> Int32 { palette[Style(role)].foreground }
        #expect(number(.trainingCurve) == 4)
        #expect(number(.validationCurve) == 3)
        #expect(number(.success) == 2)
        #expect(number(.error) == 1)
        #expect(number(.accent) == 5)
        #expect(number(.text) == -1)
        // Plain blue can't be read on black; the brighter one, which is bold, can.
        #expect(palette[Style(.trainingCurve)].attributes == .bold)
        #expect(palette[Style(.text)].background == -1)
    }

    @Test func `paints a light screen on eight colours with letters that can be read`() throws {
        let palette = Palette(try theme("light"), depth: .basic)
        for role in Role.allCases {
            let ink = palette[Style(role)]
            #expect(ink.background == 7)
            let letters = FixedColors.basic[Int(ink.foreground)]
            #expect(letters.contrast(with: FixedColors.basic[7]) >= 3, "\(role)")
        }
    }

    @Test(arguments: [ColorDepth.basic, .none])
    func `tells the chosen row and what was found apart without grounds`(depth: ColorDepth) {
        let palette = Palette(.dark, depth: depth)
        #expect(palette[Style(.text, on: .selection)].attributes.contains(.reverse))
        #expect(palette[Style(.text, on: .quietSelection)].attributes.contains(.bold))
        #expect(palette[Style(.match)].attributes.contains(.reverse))
        #expect(!palette[Style(.match, on: .selection)].attributes.contains(.reverse))
        #expect(palette[Style(.text, on: .selection, .reverse)].attributes.contains(.reverse) == false)
        #expect(palette[Style(.focusBorder)].attributes != palette[Style(.border)].attributes)
        #expect(palette[Style(.truth)].attributes != palette[Style(.predicted)].attributes || depth == .basic)
    }

    @Test func `uses no colour where none is wanted or there`() {
        let palette = Palette(.dark, depth: .none)
        for role in Role.allCases {
            for surface in Surface.allCases {
                let ink = palette[Style(role, on: surface)]
                #expect(ink.foreground == -1 && ink.background == -1)
            }
        }
    }

    @Test(arguments: [
        (0, ColorDepth.none), (8, .basic), (16, .basic), (88, .basic), (256, .indexed), (1 << 24, .direct),
    ])
    func `is as deep as the terminal's colours`(colors: Int, depth: ColorDepth) {
        #expect(ColorDepth(colors: colors) == depth)
        #expect(ColorDepth(colors: colors, noColor: "") == depth)
        #expect(ColorDepth(colors: colors, noColor: "1") == .none)
    }

    @Test func `passes true colours on, around the eight old numbers`() throws {
        let theme = try Theme("text = #123456\nlabel = #000003\nfaint = #000000", name: "x")
        let palette = Palette(theme, depth: .direct)
        #expect(palette[Style(.text)].foreground == 0x123456)
        #expect(palette[Style(.label)].foreground == 8)
        #expect(palette[Style(.faint)].foreground == 0)
    }
}

@Suite struct `A colour` {
    @Test func `reads and writes six hexadecimal digits`() {
        #expect(Color(hex: "#0aF019") == Color(0x0A, 0xF0, 0x19))
        #expect(Color(0x0A, 0xF0, 0x19).description == "#0af019")
        #expect(Color(hex: "#fff") == nil)
        #expect(Color(hex: "0af019") == nil)
    }

    @Test func `measures contrast as WCAG does`() {
        let (black, white) = (Color(0, 0, 0), Color(255, 255, 255))
        #expect(black.contrast(with: white) == 21)
        #expect(abs(Color(0x77, 0x77, 0x77).contrast(with: white) - 4.478) < 0.001)
    }

    @Test(arguments: [
        (UInt32(0xFF0000), 196), (0x5FAFFF, 75), (0x000000, 16), (0xFFFFFF, 231), (0x9A9A9A, 247),
    ])
    func `finds the nearest entry of 256`(value: UInt32, number: Int) {
        #expect(Color(value).nearestIndexed == number)
    }

    @Test func `is white in Ottosson's space where it should be`() {
        let white = Color(255, 255, 255).oklab
        #expect(abs(white.lightness - 1) < 1e-6 && abs(white.a) < 1e-6 && abs(white.b) < 1e-6)
        // The value that the article's table of primaries gives for sRGB red.
        let red = Color(255, 0, 0).oklab
        #expect(
            abs(red.lightness - 0.62796) < 1e-4 && abs(red.a - 0.22486) < 1e-4 && abs(red.b - 0.12585) < 1e-4)
    }
}
