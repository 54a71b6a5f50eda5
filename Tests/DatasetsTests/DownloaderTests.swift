import CDownload
import Foundation
import Testing

@testable import Datasets

@Suite struct `A download` {
    private static let content = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func file(at address: String, _ name: String = "numbers.bin") -> RemoteFile {
        RemoteFile(
            name: name, address: address, sha256: SHA256.hexadecimal(Self.content), bytes: Self.content.count)
    }

    private func download(_ answer: LocalServer.Answer, stallSeconds: Int = 600) throws {
        let server = try LocalServer { _ in answer }
        var downloader = Downloader(folder: folder.path)
        downloader.stallSeconds = stallSeconds
        try downloader.download([file(at: server.address + "/numbers.bin")])
    }

    /// The download fails with an error of that kind, and leaves an older file as it was and nothing next to
    /// it.
    private func expectFailure(
        _ answer: LocalServer.Answer, stallSeconds: Int = 600, _ location: SourceLocation = #_sourceLocation,
        where isExpected: (DownloadError) -> Bool
    ) throws {
        try folder.write([1, 2, 3], to: "numbers.bin")
        let error = #expect(throws: DownloadError.self, sourceLocation: location) {
            try download(answer, stallSeconds: stallSeconds)
        }
        #expect(error.map(isExpected) == true, "\(error?.description ?? "")", sourceLocation: location)
        #expect(try folder.contents == ["numbers.bin"], sourceLocation: location)
        let left = try Data(contentsOf: URL(filePath: folder.path + "/numbers.bin"))
        #expect(Array(left) == [1, 2, 3], sourceLocation: location)
    }

    @Test func `puts the right bytes under the file's name, and nothing beside it`() throws {
        try download(.init(body: Self.content))
        #expect(try folder.contents == ["numbers.bin"])
        #expect(try FileBytes(reading: folder.path + "/numbers.bin").bytes == Self.content)
    }

    @Test func `replaces a file with other content`() throws {
        try folder.write([1, 2, 3], to: "numbers.bin")
        try download(.init(body: Self.content))
        #expect(try FileBytes(reading: folder.path + "/numbers.bin").bytes == Self.content)
    }

    @Test func `makes the folder that it is to go to`() throws {
        let server = try LocalServer { _ in .init(body: Self.content) }
        let deep = folder.path + "/a/b/c"
        try Downloader(folder: deep).download([file(at: server.address)])
        #expect(try FileBytes(reading: deep + "/numbers.bin").bytes == Self.content)
    }

    @Test func `tells which share of all files has come`() throws {
        let server = try LocalServer { _ in .init(body: Self.content) }
        var shares: [Double] = []
        try Downloader(folder: folder.path).download([
            file(at: server.address, "a"), file(at: server.address, "b"),
        ]) { shares.append($0) }
        #expect(shares.first == 0)
        #expect(shares.contains(0.5))
        #expect(shares.last == 1)
        #expect(shares == shares.sorted())
    }

    @Test func `asks only for files that are not there yet`() throws {
        let server = try LocalServer { _ in .init(body: Self.content) }
        try folder.write(Self.content, to: "a")
        var damaged = Self.content
        damaged[7] ^= 1
        try folder.write(damaged, to: "b")
        let names = ["a", "b", "c"]
        let files = names.map { file(at: server.address + "/" + $0, $0) }
        try Downloader(folder: folder.path).download(files)
        #expect(server.requests == ["/b", "/c"])
        try Downloader(folder: folder.path).download(files)
        #expect(server.requests == ["/b", "/c"])
    }

    @Test func `takes the files from a mirror where one is named`() throws {
        let server = try LocalServer { _ in .init(body: Self.content) }
        let elsewhere = file(at: "http://127.0.0.1:1/nowhere")
        for mirror in [server.address + "/copies", server.address + "/copies/"] {
            let target = try TemporaryFolder()
            try Downloader(folder: target.path, mirror: mirror).download([elsewhere])
        }
        #expect(server.requests == ["/copies/numbers.bin", "/copies/numbers.bin"])
    }

    @Test func `follows a redirect`() throws {
        let server = try LocalServer { path in
            path == "/new"
                ? .init(body: Self.content) : .init(status: 302, headers: ["Location: /new"])
        }
        try Downloader(folder: folder.path).download([file(at: server.address + "/old")])
        #expect(server.requests == ["/old", "/new"])
        #expect(try folder.contents == ["numbers.bin"])
    }

    @Test func `follows no endless redirects, and none to files of this machine`() throws {
        for target in ["/again", "file:///etc/hostname", "ftp://127.0.0.1/x"] {
            try expectFailure(.init(status: 302, headers: ["Location: \(target)"])) {
                if case .failed = $0 { true } else { false }
            }
        }
    }

    @Test func `of the wrong bytes names both checksums and keeps nothing`() throws {
        var wrong = Self.content
        wrong[100] ^= 1
        try expectFailure(.init(body: wrong)) { error in
            guard case .wrongContent(_, let expected, let found) = error else { return false }
            return expected == SHA256.hexadecimal(Self.content) && found == SHA256.hexadecimal(wrong)
                && error.description.contains(expected) && error.description.contains(found)
        }
        try expectFailure(.init(body: [])) {
            if case .wrongContent = $0 { true } else { false }
        }
    }

    @Test(arguments: [true, false]) func `that is too large is stopped, announced or not`(isAnnounced: Bool)
        throws
    {
        let large = [UInt8](repeating: 7, count: Self.content.count + (1 << 20))
        try expectFailure(.init(body: large, length: isAnnounced ? .none : .some(nil))) {
            if case .tooLarge(_, Self.content.count) = $0 { true } else { false }
        }
    }

    @Test(arguments: [403, 404, 500]) func `that the server refuses says with which answer`(status: Int)
        throws
    {
        try expectFailure(.init(status: status, body: Array("sorry".utf8))) { error in
            guard case .refused(_, status) = error else { return false }
            return error.description.contains("the server answered \(status)")
        }
    }

    @Test func `that breaks off says so`() throws {
        try expectFailure(.init(body: Array(Self.content.prefix(1000)), length: Self.content.count)) {
            if case .truncated = $0 { true } else { false }
        }
    }

    @Test func `that comes to a halt is given up`() throws {
        // Not a byte, since libcurl averages over five seconds what has come.
        try expectFailure(.init(length: Self.content.count, stalls: true), stallSeconds: 1) {
            if case .stalled = $0 { true } else { false }
        }
    }

    @Test func `can be cancelled, even while nothing comes`() throws {
        struct Enough: Error {}
        let start = Array(Self.content.prefix(1000))
        let server = try LocalServer { _ in .init(body: start, length: Self.content.count, stalls: true) }
        #expect(throws: Enough.self) {
            try Downloader(folder: folder.path).download([file(at: server.address)]) { share in
                if share > 0 { throw Enough() }
            }
        }
        #expect(try folder.contents == [])
    }

    @Test func `from a server that is not there says that it can't be reached`() throws {
        let (socket, port) = try LocalServer.bound()
        defer { close(socket) }
        for address in ["http://127.0.0.1:\(port)/x", "https://127.0.0.1:\(port)/x"] {
            let error = #expect(throws: DownloadError.self) {
                try Downloader(folder: folder.path).download([file(at: address)])
            }
            guard case .unreachable(address, _) = error else {
                Issue.record("\(error?.description ?? "")")
                continue
            }
            #expect(error?.description.contains("Check the network") == true)
        }
        #expect(try folder.contents == [])
    }

    @Test func `to a place that can't be written says so`() throws {
        let server = try LocalServer { _ in .init(body: Self.content) }
        try folder.write([], to: "file")
        let error = #expect(throws: DownloadError.self) {
            try Downloader(folder: folder.path + "/file/below").download([file(at: server.address)])
        }
        #expect(
            error
                == .notWritten(path: folder.path + "/file/below", reason: "Not a directory", remedy: .folders)
        )

        try FileManager.default.createDirectory(
            atPath: folder.path + "/numbers.bin", withIntermediateDirectories: false)
        #expect(
            throws: DownloadError.notWritten(
                path: folder.path + "/numbers.bin", reason: "Is a directory", remedy: .fileName)
        ) {
            try Downloader(folder: folder.path).download([file(at: server.address)])
        }
        #expect(try folder.contents == ["file", "numbers.bin"])
    }

    @Test func `to a full disk says what the system says`() throws {
        let server = try LocalServer { _ in .init(body: Self.content) }
        let full = open("/dev/full", O_WRONLY)
        defer { close(full) }
        let result = server.address.withCString { address in
            var request = download_request()
            request.address = address
            request.is_direct = 1
            request.descriptor = full
            request.limit = 1 << 20
            request.progress = { _, _ in 0 }
            return download_run(&request)
        }
        #expect(result.status == DOWNLOAD_NOT_WRITTEN)
        #expect(result.system_error == ENOSPC)
    }

    @Test func `may be made twice at once`() async throws {
        let server = try LocalServer { _ in .init(body: Self.content) }
        let file = file(at: server.address)
        let path = folder.path
        try await withThrowingTaskGroup { group in
            for _ in 0..<4 { group.addTask { try Downloader(folder: path).download([file]) } }
            try await group.waitForAll()
        }
        #expect(try folder.contents == ["numbers.bin"])
        #expect(try FileBytes(reading: folder.path + "/numbers.bin").bytes == Self.content)
    }

    @Test func `of a data set that is not known suggests the nearest`() {
        #expect(throws: TermError.self) {
            try Catalog.fetch("routers", to: DataLocations(environment: [:])) { _ in }
        }
    }

    @Test func `of a data set comes from the mirror into the folder for downloads`() throws {
        let server = try LocalServer { _ in .init(status: 404) }
        let locations = DataLocations(
            option: folder.path, environment: ["NNBOARD_MIRROR": server.address + "/copies"])
        let error = #expect(throws: DownloadError.self) {
            try Catalog.fetch("reuters", to: locations) { _ in }
        }
        #expect(error == .refused(address: server.address + "/copies/reuters.npz", status: 404))
        #expect(server.requests == ["/copies/reuters.npz"])
    }

    @Test(.enabled(if: RealFiles.has("reuters.npz", "reuters_word_index.json"), "\(RealFiles.reason)"))
    func `of Reuters brings the files from which it is read`() throws {
        let server = try LocalServer { path in
            let name = path.split(separator: "/").last.map(String.init) ?? ""
            return (try? FileBytes(reading: RealFiles.path(name))).map { .init(body: $0.bytes) }
                ?? .init(status: 404)
        }
        let locations = DataLocations(option: folder.path, environment: ["NNBOARD_MIRROR": server.address])
        try Catalog.fetch("reuters", to: locations) { _ in }
        #expect(try folder.contents == ["reuters.npz", "reuters_word_index.json"])
        #expect(Catalog.preferred(in: locations).name == "reuters")
        try Catalog.fetch("reuters", to: locations) { _ in }
        #expect(server.requests.count == 2)
    }
}
