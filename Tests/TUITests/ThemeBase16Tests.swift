import Testing

@testable import TUI

@Suite("A base16 scheme") struct Base16Tests {
    /// Chris Kempson's Tomorrow Night Eighties, as the classic files are.
    static let classic = """
        scheme: "Eighties"
        author: "Chris Kempson (http://chriskempson.com)"
        base00: "2d2d2d"
        base01: "393939"
        base02: "515151"
        base03: "747369"
        base04: "a09f93"
        base05: "d3d0c8"
        base06: "e8e6df"
        base07: "f2f0ec"
        base08: "f2777a"
        base09: "f99157"
        base0A: "ffcc66"
        base0B: "99cc99"
        base0C: "66cccc"
        base0D: "6699cc"
        base0E: "cc99cc"
        base0F: "d27b53"
        """
    /// The same in the newer form.
    static let newer = """
        system: "base16"
        name: "Eighties" # a comment
        variant: "dark"
        palette:
        """
        + classic.split(separator: "\n").dropFirst(2).map { "\n  " + $0.replacing(": \"", with: ": \"#") }
        .joined()
    /// A pale light scheme and a pale dark one.
    static let pale = [
        "f8f8f8 f0f0f0 d0d0d0 c0c0c0 b0b0b0 909090 808080 707070 f0a0a0 f0c0a0 f0e0a0 a0e0a0 a0e0e0 a0c0f0 e0a0e0 c0a090",
        "303030 404040 707070 505050 585858 707070 888888 989898 803030 805030 807030 308030 308080 305080 803080 604030",
    ]

    @Test func `is read in both forms`() throws {
        let classic = try Base16(Self.classic, file: "eighties.yaml")
        #expect(classic.colors.count == 16)
        #expect(classic.colors[0] == Color(0x2D, 0x2D, 0x2D))
        #expect(classic.colors[15] == Color(0xD2, 0x7B, 0x53))
        #expect(try Base16(Self.newer, file: "eighties.yaml") == classic)
    }

    @Test func `gets the tasks that its guidelines name`() throws {
        let theme = Theme(try Base16(Self.classic, file: "eighties.yaml"), name: "eighties")
        #expect(theme.name == "eighties")
        #expect(theme.ground(of: .background) == Color(0x2D, 0x2D, 0x2D))
        #expect(theme.ground(of: .bar) == Color(0x39, 0x39, 0x39))
        #expect(theme[Role.text].foreground == Color(0xD3, 0xD0, 0xC8))
        #expect(theme[Role.run1].foreground == Color(0xF9, 0x91, 0x57))
        #expect(theme[Role.match].background == Color(0xFF, 0xCC, 0x66))
    }

    @Test(arguments: [0, 1, 2])
    func `is moved until it can be read`(number: Int) throws {
        let text =
            number == 2
            ? Self.classic
            : zip(Base16.keys, Self.pale[number].split(separator: " ")).map { "\($0): \"\($1)\"" }
                .joined(separator: "\n")
        let theme = Theme(try Base16(text, file: "x.yaml"), name: "x")
        for depth in [ColorDepth.direct, .indexed] {
            for role in Role.allCases where role != .heatLow {
                let letters = try #require(theme[role].foreground).shown(at: depth)
                let least = role.isRead ? 4.5 : role == .band ? 1.4 : role == .heatMiddle ? 2 : 3
                for surface in role.isRead ? Surface.allCases : [.background] {
                    let ground = try #require(theme[role].background ?? theme.ground(of: surface)).shown(
                        at: depth)
                    #expect(letters.contrast(with: ground) >= least, "\(role) on \(surface), \(depth)")
                }
            }
        }
    }

    @Test(arguments: [
        ("base00: \"2d2d2d\"", ThemeError.missingColors(Array(Base16.keys.dropFirst()), file: "x.yaml")),
        ("", .missingColors(Base16.keys, file: "x.yaml")),
        ("- a\n- b", .missingColors(Base16.keys, file: "x.yaml")),
        (
            classic.replacing("\"a09f93\"", with: "\"a09f9\""),
            .wrongColor("a09f9", key: "base04", file: "x.yaml", line: 7)
        ),
        // In YAML a # behind a space begins a comment.
        (
            newer.replacing("\"#747369\"", with: "#747369"),
            .wrongColor("", key: "base03", file: "x.yaml", line: 8)
        ),
    ])
    func `says what is wrong in which line`(text: String, error: ThemeError) {
        #expect(throws: error) { try Base16(text, file: "x.yaml") }
    }

    @Test(arguments: [
        ("scheme: \"open\nbase00: x", 2), ("a: b\nc: [1, 2\nd: e", 3), ("a: 1\nb: 2\na: 3", 3), ("\tx", 1),
    ])
    func `that is no YAML is reported with its line`(text: String, line: Int) {
        let error = #expect(throws: ThemeError.self) { try Base16(text, file: "x.yaml") }
        #expect(
            error?.description.hasPrefix("x.yaml, line \(line): this is no YAML: ") == true, "\(error as Any)"
        )
    }

    @Test func `with colours missing says which`() {
        #expect(
            ThemeError.missingColors(Base16.keys, file: "x.yaml").description
                == "x.yaml is no base16 scheme: it lacks base00, base01, base02 and 13 more. Give it base00 to base0F."
        )
    }
}
