import CTerminal
import Foundation
import Synchronization

@testable import TUI

extension FuzzTarget {
    /// The bytes that a terminal sends: characters, keys, mouse, pastes.
    static let terminal = FuzzTarget(
        "terminal", executions: 12_000,
        words: [
            "\u{1B}[", "\u{1B}O", "\u{1B}\u{1B}[", "\u{1B}[<0;10;4M", "\u{1B}[<35;10;4m", "\u{1B}[M !!",
            "\u{1B}[200~",
            "\u{1B}[201~", "\u{1B}[1;5A", "\u{1B}[27;5;97~", "\u{1B}[97;5u", "\u{1B}[[A", "\u{1B}OM", "\u{3}",
            "é",
            "漢", "\u{1F600}", "e\u{301}", "99999999999999999999", ";", "~", "^", "$",
        ].map { Array($0.utf8) } + [
            [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF],
        ],
        seeds: {
            [
                "hello\r\t\u{7F}", "\u{1B}[A\u{1B}OB\u{1B}[1;5C\u{1B}[5~\u{1B}[15~",
                "\u{1B}[<0;10;4M\u{1B}[<0;10;4m\u{1B}[M !!",
                "\u{1B}[200~a paste\r\nof two lines\u{1B}[201~", "\u{1B}x\u{1B}\u{1B}[A\u{1B}[[A\u{1B}[97;5u",
            ].map { Array($0.utf8) }
        },
        run: { bytes in
            let events = try TerminalBytes.events(bytes)
            for event in events {
                let text = SessionStep.Content.event(event).text
                guard let read = try? SessionStep.Content(text: text) else {
                    throw BrokenPromise("\(event) is recorded as “\(text)”, which is refused")
                }
                try check(read == .event(event), "\(event) is recorded as “\(text)” and replayed as \(read)")
            }
            return !events.isEmpty
        })
}

/// Events as the terminal module reads them, from bytes in memory.
private enum TerminalBytes {
    /// The module has one terminal, so one reader at a time.
    private static let file = Mutex(tmpfile().map { fileno($0) } ?? -1)

    static func events(_ bytes: [UInt8]) throws -> [Event] {
        try file.withLock { file in
            guard file >= 0, ftruncate(file, 0) == 0, lseek(file, 0, SEEK_SET) == 0,
                write(file, bytes, bytes.count) == bytes.count, lseek(file, 0, SEEK_SET) == 0
            else { throw CocoaError(.fileWriteUnknown) }
            terminal_read_from(file)
            defer { terminal_read_from(STDIN_FILENO) }
            var events: [Event] = []
            var reader = ReportReader()
            var report = terminal_event()
            var reports = 0
            while terminal_read(&report) {
                reports += 1
                guard reports <= bytes.count else {
                    throw BrokenPromise("\(bytes.count) bytes are more than \(bytes.count) reports")
                }
                if let event = reader.read(report) { events.append(event) }
            }
            return events
        }
    }
}
