import Foundation
import TUI

/// Takes the terminal over and shows what it is told there; with an argument, the first key makes it fail in the way
/// that the argument names.
@main
enum Probe {
    static func main() throws {
        let way = CommandLine.arguments.dropFirst().first
        var terminal = try Terminal(environment: ProcessInfo.processInfo.environment)
        var lines = ["opened"]
        var count = 0
        while true {
            show(lines.suffix(terminal.size.rows), on: &terminal)
            terminal.wait()
            while let event = terminal.nextEvent() {
                count += 1
                switch event {
                case .key(.control("c")), .interrupt, .hangup: return
                case .key(.control("y")): lines.append("\(count) copied: \(terminal.copy("naïve 漢"))")
                case .key where way != nil: fail(way ?? "")
                case .key(let key): lines.append("\(count) key \(key)")
                case .paste(let text): lines.append("\(count) paste of \(text.utf8.count) bytes")
                case .mouse(let place, let button):
                    lines.append("\(count) \(button) \(place.column),\(place.row)")
                case .drag(let place): lines.append("\(count) drag \(place.column),\(place.row)")
                case .release(let place): lines.append("\(count) release \(place.column),\(place.row)")
                case .resize(let size): lines.append("\(count) size \(size.columns)x\(size.rows)")
                }
            }
        }
    }

    private static func show(_ lines: some Collection<String>, on terminal: inout Terminal) {
        var canvas = Canvas(terminal.size)
        for (row, line) in lines.enumerated() { canvas.put(line, 0, row, Style(.text), in: canvas.bounds) }
        terminal.draw(canvas, theme: .dark)
    }

    private static func fail(_ way: String) {
        switch way {
        case "trap": trap()
        case "overflow": print(descend(1))
        case "trap in a task": Task.detached { trap() }
        case "overflow in a task": Task.detached { print(descend(1)) }
        case "overflow in a thread": Thread.detachNewThread { print(descend(1)) }
        case "memory": fillMemory()
        case "memory that no machine has": askForTooMuch()
        case "memory in a task": Task.detached { fillMemory() }
        case "exit in a task": Task.detached { exit(3) }
        default: exit(1)
        }
    }

    private static func trap() {
        let numbers = CommandLine.arguments.map(\.count)
        print(numbers[numbers.count])
    }

    /// Takes memory until the system refuses more, which it soon does.
    private static func fillMemory() {
        var limit = rlimit(rlim_cur: 1_000_000_000, rlim_max: 1_000_000_000)
        setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
        var taken: [[UInt8]] = []
        while taken.count < 1000 {
            taken.append(Array(repeating: UInt8(taken.count & 255), count: 50_000_000))
        }
        print(taken.count)
    }

    /// Asks for more memory than there is, within a limit that would allow it.
    private static func askForTooMuch() {
        var limit = rlimit(rlim_cur: 1 << 46, rlim_max: 1 << 46)
        setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
        print(malloc(1 << 44) == nil)
    }

    /// Calls itself until the stack is full.
    @inline(never)
    private static func descend(_ depth: Int) -> Int {
        var room = Array(repeating: depth, count: 4)
        room[depth % 4] += depth == .max ? 0 : descend(depth + 1)
        return room.reduce(0, &+)
    }
}
