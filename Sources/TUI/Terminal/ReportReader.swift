import CTerminal

/// Turns the reports of `CTerminal` into events.
struct ReportReader {
    private var paste: PasteBuffer?

    /// Turns a report into an event; `nil` if it means nothing, or nothing yet.
    mutating func read(_ report: terminal_event) -> Event? {
        let kind = terminal_event_kind(UInt32(report.kind))
        guard paste == nil else { return readPasted(kind, report.code) }
        let place = Point(Int(report.column), Int(report.row))
        switch kind {
        case TERMINAL_PASTE_BEGIN: paste = PasteBuffer()
        case TERMINAL_CHARACTER:
            return Unicode.Scalar(UInt32(report.code)).flatMap(Key.init(typed:)).map { .key($0) }
        case TERMINAL_ALT:
            return Unicode.Scalar(UInt32(report.code)).flatMap(Key.init(alted:)).map { .key($0) }
        case TERMINAL_KEY: return Key(numbered: report.code).map { .key($0) }
        case TERMINAL_MOUSE: return MouseButton(numbered: report.code).map { .mouse(place, $0) }
        case TERMINAL_DRAG: return .drag(place)
        case TERMINAL_RELEASE: return .release(place)
        default: break
        }
        return nil
    }

    private mutating func readPasted(_ kind: terminal_event_kind, _ code: Int32) -> Event? {
        switch kind {
        case TERMINAL_PASTE_BEGIN: paste = PasteBuffer()
        case TERMINAL_PASTE_END:
            defer { paste = nil }
            return paste.map { .paste($0.text) }
        case TERMINAL_CHARACTER where code == Self.interrupt:
            // A paste whose end got lost must not swallow the keyboard for ever.
            paste = nil
            return .key(.control("c"))
        case TERMINAL_CHARACTER:
            if let scalar = Unicode.Scalar(UInt32(code)) { paste?.append(scalar) }
        default: break
        }
        return nil
    }

    /// The code that Ctrl-C sends.
    private static let interrupt: Int32 = 3
}

extension Key {
    /// The key behind a number of CTerminal's.
    fileprivate init?(numbered code: Int32) {
        let functions = Int32(TERMINAL_KEY_FUNCTION.rawValue)
        if code > functions {
            self = .function(Int(code - functions))
            return
        }
        switch terminal_key(UInt32(code)) {
        case TERMINAL_KEY_UP: self = .up
        case TERMINAL_KEY_DOWN: self = .down
        case TERMINAL_KEY_LEFT: self = .left
        case TERMINAL_KEY_RIGHT: self = .right
        case TERMINAL_KEY_SHIFT_UP: self = .shiftUp
        case TERMINAL_KEY_SHIFT_DOWN: self = .shiftDown
        case TERMINAL_KEY_SHIFT_LEFT: self = .shiftLeft
        case TERMINAL_KEY_SHIFT_RIGHT: self = .shiftRight
        case TERMINAL_KEY_CONTROL_UP: self = .controlUp
        case TERMINAL_KEY_CONTROL_DOWN: self = .controlDown
        case TERMINAL_KEY_CONTROL_LEFT: self = .controlLeft
        case TERMINAL_KEY_CONTROL_RIGHT: self = .controlRight
        case TERMINAL_KEY_HOME: self = .home
        case TERMINAL_KEY_END: self = .end
        case TERMINAL_KEY_PAGE_UP: self = .pageUp
        case TERMINAL_KEY_PAGE_DOWN: self = .pageDown
        case TERMINAL_KEY_INSERT: self = .insert
        case TERMINAL_KEY_DELETE: self = .delete
        case TERMINAL_KEY_BACKSPACE: self = .backspace
        case TERMINAL_KEY_ENTER: self = .enter
        case TERMINAL_KEY_BACK_TAB: self = .backTab
        default: return nil
        }
    }
}

extension MouseButton {
    /// The button behind a number of CTerminal's.
    fileprivate init?(numbered code: Int32) {
        switch terminal_button(UInt32(code)) {
        case TERMINAL_BUTTON_LEFT: self = .left
        case TERMINAL_BUTTON_MIDDLE: self = .middle
        case TERMINAL_BUTTON_RIGHT: self = .right
        case TERMINAL_WHEEL_UP: self = .wheelUp
        case TERMINAL_WHEEL_DOWN: self = .wheelDown
        default: return nil
        }
    }
}
