import Foundation
import Testing

/// Every reader over the inputs that are kept, those that once broke it, and changed ones: the same in each run.
///
/// `make fuzz` looks further, guided by the lines that an input reaches.
@Suite struct `A reader given any bytes` {
    @Test(arguments: FuzzTarget.all.map(\.name))
    func `reads them or refuses them`(name: String) async throws {
        let target = try #require(FuzzTarget.all.first { $0.name == name })
        let kept = try target.seeds() + Kept.inputs("Corpus", name).map(\.bytes)
        for input in kept { await expectPromises(of: target, given: input) }
        var mutator = Mutator(kept, words: target.words, seed: 7)
        for _ in 0..<target.executions { await expectPromises(of: target, given: mutator.next()) }
    }

    @Test(arguments: FuzzTarget.all.map(\.name))
    func `does so with what once broke it`(name: String) async throws {
        let target = try #require(FuzzTarget.all.first { $0.name == name })
        for input in try Kept.inputs("Crashes", name) {
            await expectPromises(of: target, given: input.bytes, called: input.name)
        }
    }

    @Test func `accepts what its own writers write`() async throws {
        for target in FuzzTarget.all {
            #expect(try !target.seeds().isEmpty, "\(target.name) has no seeds")
            for (place, seed) in try target.seeds().enumerated() {
                #expect(try await target.run(seed), "\(target.name) refuses its seed \(place)")
            }
        }
        #expect(Set(FuzzTarget.all.map(\.name)).count == FuzzTarget.all.count)
    }

    private func expectPromises(of target: FuzzTarget, given input: [UInt8], called name: String = "") async {
        do {
            _ = try await target.run(input)
        } catch {
            Issue.record(
                "\(target.name) \(name): \(error)\ninput: \(Data(input.prefix(4096)).base64EncodedString())")
        }
    }
}

/// The inputs in the folders `Corpus` and `Crashes`.
private enum Kept {
    static func inputs(_ folder: String, _ target: String) throws -> [(name: String, bytes: [UInt8])] {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: folder).appending(path: target).path
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return [] }
        return try names.sorted().map { name in
            (name, [UInt8](try Data(contentsOf: URL(filePath: path + "/" + name))))
        }
    }
}
