import FoundationEssentials
import Testing

@testable import TUI

@Suite struct `An exported table` {
    @Test func `is quoted as RFC 4180 asks for`() {
        let table = ExportTable(
            columns: ["epoch", "a,b", "c"],
            rows: [
                ["1", "say \"no\"", "line\nbreak"], ["2", "", " x"], ["3"], ["\r\n", "日本", "e\u{301}\""],
            ])
        #expect(
            table.csv == "epoch,\"a,b\",c\r\n1,\"say \"\"no\"\"\",\"line\nbreak\"\r\n2,,\" x\"\r\n3,,\r\n"
                + "\"\r\n\",日本,\"e\u{301}\"\"\"\r\n")
    }

    @Test func `without rows is a line of names`() {
        #expect(ExportTable(columns: ["a"], rows: []).csv == "a\r\n")
        #expect(ExportTable(columns: [], rows: []).csv == "\r\n")
    }
}

@Suite struct `A screen as text` {
    @Test func `ends without spaces and empty rows`() {
        var canvas = Canvas(Size(10, 5))
        canvas.put("  loss", 0, 1)
        canvas.put("日本", 2, 3)
        #expect(canvas.text() == "  loss\n\n  日本\n")
        #expect(canvas.text(in: Rect(2, 1, 2, 1)) == "lo\n")
        // Half a wide character is a space.
        #expect(canvas.text(in: Rect(3, 3, 2, 1)) == "")
        #expect(canvas.text(in: Rect(3, 3, 3, 1)) == " 本\n")
        #expect(canvas.text(in: Rect(0, 0, 0, 0)) == "")
        #expect(Canvas(Size(0, 0)).text() == "")
    }
}

@Suite struct `An exported file` {
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.path + "/nnboard-export-\(UUID())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    @Test func `never takes the place of another`() throws {
        try withFolder { folder in
            let first = try ExportFile.write([1], name: "nnboard-curves", type: "svg", folder: folder)
            let second = try ExportFile.write([2], name: "nnboard-curves", type: "svg", folder: folder)
            let other = try ExportFile.write([3], name: "nnboard curves/..", type: "csv", folder: folder)
            #expect(first.path == folder + "/nnboard-curves-1.svg")
            #expect(second.path == folder + "/nnboard-curves-2.svg")
            #expect(other.path == folder + "/nnboard-curves----1.csv")
            #expect(FileManager.default.contents(atPath: first.path) == Data([1]))
            #expect(first.description == "Written to \(first.path).")
        }
    }

    @Test func `goes home where the folder can't be written to, and says so`() throws {
        try withFolder { folder in
            let file = try ExportFile.write(
                [1], name: "x", type: "csv", folder: folder + "/none", home: folder)
            #expect(file.path == folder + "/x-1.csv")
            #expect(
                file.description
                    == "Written to \(file.path), as this folder can't be written to (no such file or directory)."
            )
        }
    }

    @Test func `that can't be written anywhere is an error that says what to do`() throws {
        try withFolder { folder in
            let error = #expect(throws: ExportError.self) {
                try ExportFile.write(
                    [1], name: "x", type: "csv", folder: folder + "/none", home: folder + "/no")
            }
            #expect(
                error?.description
                    == "\(folder)/no/x-1.csv can't be written: no such file or directory. "
                    + "Correct the folders in its path, or start nnboard in another folder.")
        }
    }

    @Test func `holds what the pane shows, in each form`() throws {
        try withFolder { folder in
            let table = ExportTable(columns: ["a"], rows: [["1"]])
            let csv = try ExportFile.write(.csv(table), name: "t", folder: folder, home: nil)
            #expect(FileManager.default.contents(atPath: csv.path) == Data("a\r\n1\r\n".utf8))
            let canvas = `A screen as SVG`.canvas
            let svg = try ExportFile.write(.svg(canvas, .dark), name: "t", folder: folder, home: nil)
            #expect(svg.path == folder + "/t-1.svg")
            #expect(
                FileManager.default.contents(atPath: svg.path)
                    == Data(SVG(canvas, theme: .dark, title: "t").text.utf8))
        }
    }

    @Test func `has the name that is given, and takes the place of another with --force alone`() throws {
        try withFolder { folder in
            let path = folder + "/a b.csv"
            let table = Effect.Content.csv(ExportTable(columns: ["a"], rows: []))
            #expect(try Self.export(table, path) == "Written to \(path).")
            #expect(FileManager.default.contents(atPath: path) == Data("a\r\n".utf8))
            try Data("mine".utf8).write(to: URL(filePath: path))
            #expect(
                try Self.export(table, "\"\(path)\"")
                    == "\(path) is there already. Choose another name, or add --force to replace it.")
            #expect(FileManager.default.contents(atPath: path) == Data("mine".utf8))
            #expect(try Self.export(table, "\"\(path)\" --force") == "Written to \(path).")
            #expect(FileManager.default.contents(atPath: path) == Data("a\r\n".utf8))
        }
    }

    private static func export(_ table: Effect.Content, _ text: String) throws -> String {
        guard case .export(.csv, let file?) = try Command(text: "export csv \(text)") else {
            return "no name"
        }
        return switch FileErrand.export(table, title: "t", to: file).news() {
        case .done(let text), .failed(let text): text
        case .opened, .read: "other news"
        }
    }

    @Test(arguments: ["export", "export a.svg", "export csv --force"])
    func `needs a form before its name`(text: String) {
        #expect(throws: CommandError.self) { try Command(text: text) }
    }
}
