import CTerminal
import FoundationEssentials

/// The terminal that the program was started on: a canvas goes in, events come out.
///
/// It is taken over on creation and given back when the value goes away, and whatever else but SIGKILL ends the
/// program: a signal, a crash, `exit`. (Stacks that overflow on other threads than the main one need `CThreadStacks`.)
/// Only the main thread may hold it, and only one at a time. While it lives, standard output and error lead to
/// ``log(environment:)``; what was written there is repeated on the real standard error afterwards.
///
/// No call waits for a terminal that is slow or takes nothing: frames are left out until it has the one on its way.
///
/// ```swift
/// var terminal = try Terminal(environment: ProcessInfo.processInfo.environment)
/// while isOpen {
///     terminal.wait(for: isDirty ? nextFrame - .now : nil)
///     while let event = terminal.nextEvent() { update(event) }
///     terminal.draw(screen(of: terminal.size), theme: theme)
/// }
/// ```
///
/// Ctrl-Z and the stop signal are dealt with inside: the program stops, and resumes with a
/// ``Event/resize(_:)``.
public struct Terminal: ~Copyable {
    private let depth: ColorDepth
    private let isASCII: Bool
    private var waiting: [Event] = []
    private var reports = ReportReader()
    private var isDrained = true
    private var isHungUp = false
    private var shown: Canvas?
    private var theme: Theme?
    private var palette: Palette?

    /// Takes the terminal over.
    ///
    /// - Parameters:
    ///   - environment: The environment's variables: where the log goes, and whether colours are wanted.
    ///   - isASCII: The terminal takes nothing beyond ASCII; other characters show as `_`.
    /// - Throws: ``TerminalError`` if there is no terminal or none that can be drawn on; nothing has changed then.
    public init(environment: [String: String], isASCII: Bool = false) throws(TerminalError) {
        // Without a place for it, the log stays in memory.
        let log = Self.log(environment: environment) ?? ""
        let folder = log.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
            separator: "/")
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let type = environment["TERM"] ?? ""
        switch terminal_open(log) {
        case TERMINAL_OPENED: break
        case TERMINAL_NOT_A_TERMINAL: throw .notATerminal
        case TERMINAL_TYPE_MISSING: throw .typeMissing
        case TERMINAL_TYPE_UNKNOWN: throw .typeUnknown(type)
        case TERMINAL_TYPE_TOO_SIMPLE: throw .typeTooSimple(type)
        case TERMINAL_IN_USE: throw .inUse
        default: throw .noResources
        }
        depth = ColorDepth(colors: Int(terminal_colors()), noColor: environment["NO_COLOR"])
        self.isASCII = isASCII
    }

    deinit { terminal_close() }

    /// Finds the file that standard output and error lead to meanwhile:
    /// `$XDG_STATE_HOME/nnboard/nnboard.log`.
    ///
    /// Its default is `~/.local/state/nnboard/nnboard.log`. Each session begins with an empty log.
    ///
    /// - Parameter environment: The environment's variables.
    /// - Returns: The path; `nil` without a home folder.
    public static func log(environment: [String: String]) -> String? {
        func variable(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        let state = variable("XDG_STATE_HOME") ?? variable("HOME").map { $0 + "/.local/state" }
        return state.map { $0 + "/nnboard/nnboard.log" }
    }

    /// The width and height, in columns and rows.
    public var size: Size {
        var (columns, rows) = (Int32(0), Int32(0))
        terminal_size(&columns, &rows)
        return Size(Int(columns), Int(rows))
    }

    /// Sleeps until there is something to do: an event, a wake-up, or the end of a time.
    ///
    /// - Parameter time: The longest time to sleep; `nil` for ever.
    public mutating func wait(for time: Duration? = nil) {
        let isReady = !waiting.isEmpty || !isDrained || isHungUp
        let reasons = terminal_wait(isReady ? 0 : time?.milliseconds ?? -1)
        if reasons & Int32(TERMINAL_INPUT.rawValue) != 0 { isDrained = false }
        if reasons & Int32(TERMINAL_HANGUP.rawValue) != 0, !isHungUp {
            isHungUp = true
            waiting.append(.hangup)
        }
    }

    /// Takes the next event; `nil` if nothing happened, or nothing more for now.
    ///
    /// Between two calls it reads no more than a bounded piece, so that a long paste doesn't keep a signal waiting.
    public mutating func nextEvent() -> Event? {
        takeSignals()
        if !waiting.isEmpty { return waiting.removeFirst() }
        var report = terminal_event()
        for _ in 0..<Self.mostReports {
            guard terminal_read(&report) else {
                isDrained = true
                return nil
            }
            isDrained = false
            switch reports.read(report) {
            // The terminal has left these to us, and no program is without them.
            case .key(.control("z")):
                stop()
                return waiting.removeFirst()
            case let event?: return event
            case nil: break
            }
        }
        return nil
    }

    private static let mostReports = 100_000

    /// Shows a canvas; where it is what is shown already, nothing is sent.
    ///
    /// - Parameters:
    ///   - canvas: The canvas, as large as ``size`` if nothing is to be cut off or left over.
    ///   - theme: The theme that gives it colours.
    public mutating func draw(_ canvas: Canvas, theme: Theme) {
        let palette = palette(for: theme)
        let hasMoved = shown?.size != canvas.size
        var hasChanged = hasMoved
        let area = size
        for row in 0..<min(canvas.size.rows, area.rows) {
            if let shown, !hasMoved, shown.row(row) == canvas.row(row) { continue }
            put(canvas.row(row).prefix(area.columns), at: row, palette)
            hasChanged = true
        }
        if hasMoved || shown?.cursor != canvas.cursor {
            let cursor = canvas.cursor.flatMap { Rect(area).contains($0) ? $0 : nil }
            terminal_put_cursor(Int32(cursor?.column ?? -1), Int32(cursor?.row ?? -1))
            hasChanged = true
        }
        guard hasChanged else { return }
        terminal_refresh()
        shown = canvas
    }
}

// A copy of the handle on another thread would draw into the middle of a drawing.
@available(*, unavailable) extension Terminal: Sendable {}

/// Ends the wait of the terminal's thread, from any other.
public struct Waker: Sendable {
    /// Makes a waker for the program's terminal, whether it is open yet or not.
    public init() {}

    /// Ends the present wait, or else the next one.
    public func wake() { terminal_wake() }
}

// MARK: - Drawing

extension Terminal {
    private mutating func palette(for theme: Theme) -> Palette {
        if let palette, self.theme == theme { return palette }
        let palette = Palette(theme, depth: depth)
        (self.theme, self.palette, shown) = (theme, palette, nil)
        return palette
    }

    private func put(_ cells: ArraySlice<Cell>, at row: Int, _ palette: Palette) {
        let line = cells.map { cell in
            let ink = palette[cell.style]
            var result = terminal_cell()
            result.foreground = ink.foreground
            result.background = ink.background
            result.attributes = UInt16(ink.attributes.rawValue)
            let character = palette.character(of: cell)
            result.columns = character.utf8.first == 0 ? 0 : UInt16(character.columns)
            result.scalars = scalars(of: character)
            return result
        }
        terminal_put_row(Int32(row), line, Int32(line.count))
    }

    private typealias Scalars = (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32)

    private func scalars(of character: Character) -> Scalars {
        func single(_ byte: UInt8) -> Scalars { (UInt32(byte), 0, 0, 0, 0, 0, 0, 0) }
        if character.utf8.count == 1, let byte = character.utf8.first { return single(byte) }
        if isASCII { return single(Character.beyondASCII.asciiValue ?? 0x20) }
        var rest = character.unicodeScalars.makeIterator()
        func next() -> UInt32 { rest.next()?.value ?? 0 }
        return (next(), next(), next(), next(), next(), next(), next(), next())
    }
}

// MARK: - Signals

extension Terminal {
    private mutating func takeSignals() {
        let signals = terminal_take_signals()
        guard signals != 0 else { return }
        func arrived(_ signal: terminal_signal) -> Bool { signals & signal.rawValue != 0 }
        if arrived(TERMINAL_STOPPED) {
            stop()
        } else if arrived(TERMINAL_CONTINUED) {
            terminal_resume()
            hasAnotherSize()
        } else if arrived(TERMINAL_RESIZED) {
            terminal_refit()
            hasAnotherSize()
        }
        let ends: [(terminal_signal, Signal)] = [
            (TERMINAL_SIGHUP, .hangup), (TERMINAL_SIGINT, .interrupt), (TERMINAL_SIGQUIT, .quit),
            (TERMINAL_SIGTERM, .terminate),
        ]
        for (signal, name) in ends where arrived(signal) { waiting.append(.interrupt(name)) }
    }

    private mutating func stop() {
        terminal_suspend()
        hasAnotherSize()
    }

    private mutating func hasAnotherSize() {
        shown = nil
        waiting.append(.resize(size))
    }
}
