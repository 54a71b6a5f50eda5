import Datasets
import Foundation
import Testing

@testable import TUI

/// Files that are written into pipes whose readers stand still or leave.
@Suite final class `A pipe as a file` {
    private let folder = FileManager.default.temporaryDirectory.appending(
        path: "nnboard-\(UUID().uuidString)"
    ).path
    private var pipe: String { folder + "/pipe" }
    private let reader: Int32

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        #expect(mkfifo(folder + "/pipe", 0o600) == 0)
        reader = open(folder + "/pipe", O_RDONLY | O_NONBLOCK)
        #expect(reader >= 0)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// More than any pipe holds.
    private static let text = String(repeating: "a line of some length\n", count: 100_000)

    @Test func `is named where it is not written when the program ends`() throws {
        let world = World(mailbox: TUI.Mailbox {}, locations: DataLocations(environment: [:]))
        #expect(world.finishWriting() == [])
        write(Self.text, to: pipe, 1, of: world)
        #expect(world.finishWriting(within: .milliseconds(20)) == [pipe])
        // Its reader takes the rest.
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while !world.finishWriting(within: .milliseconds(1)).isEmpty {
            _ = read(reader, &bytes, bytes.count)
        }
        close(reader)
    }

    @Test func `holds up no other file, and gets what is written to it in order`() throws {
        let rings = DispatchSemaphore(value: 0)
        let mailbox = TUI.Mailbox { rings.signal() }
        let world = World(mailbox: mailbox, locations: DataLocations(environment: [:]))
        var done: [Int] = []
        func hear() {
            rings.wait()
            for case .found(.filed(let news, let ticket)) in mailbox.drain() {
                if case .done = news {} else { Issue.record("\(news)") }
                done.append(ticket.number)
            }
        }
        // By another name it is the same pipe.
        #expect(symlink("pipe", folder + "/link") == 0)
        write(Self.text, to: pipe, 1, of: world)
        write("part test\n", to: folder + "/link", 2, of: world)
        write("part train\n", to: folder + "/a.session", 3, of: world)
        while done.isEmpty { hear() }
        #expect(done == [3])
        // What is written is told a moment before it is taken off the list.
        while world.finishWriting(within: .milliseconds(1)).contains(folder + "/a.session") {}
        #expect(Set(world.finishWriting(within: .milliseconds(1))) == [pipe, folder + "/link"])
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        var last: [UInt8] = []
        var isWritten = false
        while true {
            let count = read(reader, &bytes, bytes.count)
            if count > 0 {
                last = (last + bytes[..<count]).suffix(1000)
                continue
            }
            if isWritten { break }
            isWritten = world.finishWriting(within: .milliseconds(1)).isEmpty
        }
        close(reader)
        while done.count < 3 { hear() }
        #expect(done == [3, 1, 2])
        #expect(String(decoding: last, as: UTF8.self).contains("part test"))
    }

    private func write(_ text: String, to path: String, _ number: Int, of world: World) {
        world.carryOut(
            .write(text, to: FileArgument(path), form: .session),
            FileTicket(number: number, isReading: false))
    }

    @Test func `ends a recording where its reader does not keep up`() throws {
        let file = try OutputFile(FilePlace(pipe))
        #expect(file.write("one line\n") == nil)
        #expect(file.write(Self.text) == "its reader does not keep up")
        close(reader)
    }

    @Test func `ends a recording, and not the program, where its reader has left`() throws {
        let file = try OutputFile(FilePlace(pipe))
        close(reader)
        #expect(file.write("one line\n") == "Broken pipe")
    }
}
