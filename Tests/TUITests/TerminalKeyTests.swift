import Testing

@testable import TUI

@Suite struct `A key` {
    @Test(arguments: [
        (Key.character("a"), "a"), (.character("A"), "A"), (.character("?"), "?"), (.character("+"), "+"),
        (.character("漢"), "漢"), (.space, "space"), (.control("c"), "ctrl+c"), (.control(" "), "ctrl+space"),
        (.backTab, "shift+tab"), (.escape, "esc"), (.pageDown, "pagedown"), (.shiftLeft, "shift+left"),
        (.function(1), "f1"), (.function(12), "f12"), (.alt("x"), "alt+x"), (.alt("ä"), "alt+ä"),
        (.alt(" "), "alt+space"), (.altBackspace, "alt+backspace"), (.controlUp, "ctrl+up"),
        (.controlRight, "ctrl+right"),
    ])
    func `reads back from what it writes`(key: Key, text: String) {
        #expect(key.description == text)
        #expect(Key(text) == key)
    }

    @Test(arguments: [
        "", "ctrl+", "ctrl+C", "ctrl+ab", "f0", "f64", "f+1", "f01", "Escape", "\u{1B}", "\t", "hyper+x",
        "alt+",
    ])
    func `is not read from what is none`(text: String) {
        #expect(Key(text) == nil)
    }
}
