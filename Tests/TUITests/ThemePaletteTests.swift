import Testing

@testable import TUI

@Suite struct `A palette` {
    private func theme(_ name: String) throws -> Theme {
        try ThemeLibrary(folders: [Themes.folder.path]).theme(name)
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

    @Test func `brightens hues on sixteen colours by number, not by bold`() {
        let palette = Palette(.dark, depth: .bright)
        #expect(palette[Style(.trainingCurve)] == Palette.Ink(foreground: 12, background: -1, attributes: []))
        #expect(palette[Style(.text, on: .selection)].attributes == [.reverse, .bold])
    }

    @Test(arguments: [
        (ColorDepth.direct, Int32(3), Int32(0xFF0000), Int32(0x7F7F7F)), (.indexed, 3, 9, 8),
        (.bright, 3, 9, 8),
    ])
    func `leaves the sixteen colours to the terminal`(
        depth: ColorDepth, ground: Int32, bright: Int32, grey: Int32
    ) throws {
        let theme = try Theme(
            "match = black on yellow\nerror = bright-red\nfaint = bright-black\npopup = on blue", name: "x")
        let palette = Palette(theme, depth: depth)
        #expect(palette[Style(.match)] == Palette.Ink(foreground: 0, background: ground, attributes: []))
        #expect(palette[Style(.error)].foreground == bright)
        #expect(palette[Style(.faint)].foreground == grey)
        #expect(palette[Style(.error, on: .popup)].background == 4)
    }

    @Test func `shows bright colours on eight by bold, but black, which bold might leave black`() throws {
        let theme = try Theme(
            "match = black on yellow\nerror = bright-red\nfaint = bright-black\nselection = on blue",
            name: "x")
        let palette = Palette(theme, depth: .basic)
        #expect(palette[Style(.match)] == Palette.Ink(foreground: 0, background: 3, attributes: []))
        #expect(palette[Style(.error)] == Palette.Ink(foreground: 1, background: -1, attributes: .bold))
        #expect(palette[Style(.faint)] == Palette.Ink(foreground: -1, background: -1, attributes: .dim))
        #expect(palette[Style(.error, on: .selection)].background == 4)
        #expect(!palette[Style(.error, on: .selection)].attributes.contains(.reverse))
    }

    @Test(arguments: [ColorDepth.basic, .bright, .indexed, .direct])
    func `reverses the chosen row of the theme that knows no grounds`(depth: ColorDepth) throws {
        let palette = Palette(try theme("terminal"), depth: depth)
        #expect(palette[Style(.text, on: .selection)].attributes.contains(.reverse))
        #expect(!palette[Style(.match, on: .selection)].attributes.contains(.reverse))
        #expect(palette[Style(.match, on: .selection)].background == 3)
    }

    @Test(arguments: Themes.shipped, [ColorDepth.indexed, .direct])
    func `writes on every shade so that it can be read`(name: String, depth: ColorDepth) throws {
        let theme = try theme(name)
        let palette = Palette(theme, depth: depth)
        for (shade, ground) in zip(Shade.all, theme.shades(at: depth)) {
            let ink = palette[Style(.text).on(.ground(shade))]
            let own = theme[Role.text].foreground.map { $0.shown(at: depth) }
            let letters = [own, Color(0, 0, 0), Color(255, 255, 255)].compactMap { $0 }.first {
                ink.foreground == Int32(depth == .direct ? $0.direct : $0.nearestIndexed)
            }
            #expect(try #require(letters).contrast(with: ground) >= 4.5)
        }
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
        (0, ColorDepth.none), (8, .basic), (16, .bright), (88, .bright), (256, .indexed), (1 << 24, .direct),
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

    @Test func `has a name where it is one of the user's own`() {
        #expect(Color(named: "red")?.description == "red")
        #expect(Color(named: "bright-white")?.nearestIndexed == 15)
        #expect(Color(named: "bright-white") != Color(0xFF, 0xFF, 0xFF))
        #expect(Color(named: "crimson") == nil)
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
