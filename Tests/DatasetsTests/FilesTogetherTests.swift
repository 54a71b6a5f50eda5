import Foundation
import Testing

@testable import Datasets

/// Files that belong together, where each call of the system fails in turn.
@Suite struct `Files that are written together` {
    private static let old: [UInt8] = [1, 1, 1, 1]
    private static let new: [UInt8] = [2, 2]
    private static let names = ["one", "two"]

    /// The contents of the files after a fault; `nil` for one that isn't there.
    private struct Outcome {
        let files: [[UInt8]?]
        let hidden: [String]
        let hasThrown: Bool
        let fault: FaultyCalls.Fault?
    }

    private func outcome(hasOld: Bool, _ faulty: FaultyCalls, inPlace: Bool = false) throws -> Outcome {
        let folder = try TemporaryFolder()
        if hasOld { for name in Self.names { try folder.write(Self.old, to: name) } }
        var calls = faulty.calls
        if inPlace {
            let open = calls.open
            calls.open = { path, flags, mode in
                guard flags & (O_CREAT | 0o20_000_000) == 0 else {
                    errno = EACCES
                    return -1
                }
                return open(path, flags, mode)
            }
        }
        var hasThrown = false
        do {
            try FileWriter.write(
                Self.names.map { (Self.new, try FileTarget(folder.path + "/" + $0)) }, calls: calls)
        } catch {
            hasThrown = true
        }
        return Outcome(
            files: Self.names.map { try? FileBytes(reading: folder.path + "/" + $0).bytes },
            hidden: try folder.contents.filter { !Self.names.contains($0) },
            hasThrown: hasThrown, fault: faulty.fault)
    }

    /// Lets the first call fail, then the second, until there are no more.
    private func forEachCall(_ body: (Int) throws -> Outcome) rethrows {
        for count in 0..<200 {
            guard try body(count).fault != nil else {
                #expect(count > 10)
                return
            }
        }
        Issue.record("There are always more calls.")
    }

    @Test(arguments: [true, false], [ENOSPC, EIO, EACCES])
    func `are all new or all as before, whichever call fails`(hasOld: Bool, number: Int32) throws {
        let before: [[UInt8]?] = hasOld ? [Self.old, Self.old] : [nil, nil]
        try forEachCall { count in
            let outcome = try outcome(hasOld: hasOld, FaultyCalls(after: count, number: number))
            let isNew = outcome.files == [Self.new, Self.new]
            #expect(isNew || outcome.files == before, "\(count): \(outcome)")
            #expect(isNew || outcome.hasThrown, "\(count): \(outcome)")
            if outcome.fault?.call != "unlink" { #expect(outcome.hidden == [], "\(count): \(outcome)") }
            return outcome
        }
    }

    @Test(arguments: [true, false]) func `are each whole, at whichever call the program ends`(hasOld: Bool)
        throws
    {
        let before: [UInt8]? = hasOld ? Self.old : nil
        try forEachCall { count in
            let outcome = try outcome(hasOld: hasOld, FaultyCalls(after: count, stops: true))
            // Between two names the first is new; a reader compares.
            let possible = [[Self.new, Self.new], [before, before], [Self.new, before]]
            #expect(possible.contains(outcome.files), "\(count): \(outcome)")
            return outcome
        }
    }

    @Test func `are all new or all as before where they are rewritten in their places`() throws {
        try forEachCall { count in
            let outcome = try outcome(hasOld: true, FaultyCalls(after: count), inPlace: true)
            let isNew = outcome.files == [Self.new, Self.new]
            #expect(isNew || outcome.files == [Self.old, Self.old], "\(count): \(outcome)")
            #expect(isNew || outcome.hasThrown, "\(count): \(outcome)")
            #expect(outcome.hidden == [])
            return outcome
        }
    }

    @Test func `can't be one file`() throws {
        let folder = try TemporaryFolder()
        symlink("one", folder.path + "/two")
        #expect(throws: WritingError.self) {
            try FileWriter.write(Self.names.map { (Self.new, try FileTarget(folder.path + "/" + $0)) })
        }
        #expect(try folder.contents == ["two"])
    }

    @Test func `stay as they were where a pipe among them refuses`() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.old, to: "one")
        symlink("/dev/full", folder.path + "/two")
        #expect(throws: WritingError.self) {
            try FileWriter.write(Self.names.map { (Self.new, try FileTarget(folder.path + "/" + $0)) })
        }
        #expect(try FileBytes(reading: folder.path + "/one").bytes == Self.old)
        #expect(try folder.contents == ["one", "two"])
    }
}
