import Foundation
import Synchronization
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

    /// The calls in a folder that takes no new files.
    private static func inPlace(_ calls: FileCalls) -> FileCalls {
        var result = calls
        result.open = { path, flags, mode in
            guard flags & (O_CREAT | 0o20_000_000) == 0 else {
                errno = EACCES
                return -1
            }
            return calls.open(path, flags, mode)
        }
        return result
    }

    private func outcome(hasOld: Bool, _ faulty: FaultyCalls, inPlace: Bool = false) throws -> Outcome {
        let folder = try TemporaryFolder()
        if hasOld { for name in Self.names { try folder.write(Self.old, to: name) } }
        let calls = inPlace ? Self.inPlace(faulty.calls) : faulty.calls
        var hasThrown = false
        do {
            try FileWriter.write(
                Self.names.map { (Self.new, try FilePlace(folder.path + "/" + $0)) },
                FileWriter.Options(calls: calls))
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
            try FileWriter.write(Self.names.map { (Self.new, try FilePlace(folder.path + "/" + $0)) })
        }
        #expect(try folder.contents == ["two"])
    }

    @Test func `stay as they were where a pipe among them refuses`() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.old, to: "one")
        symlink("/dev/full", folder.path + "/two")
        #expect(throws: WritingError.self) {
            try FileWriter.write(Self.names.map { (Self.new, try FilePlace(folder.path + "/" + $0)) })
        }
        #expect(try FileBytes(reading: folder.path + "/one").bytes == Self.old)
        #expect(try folder.contents == ["one", "two"])
    }

    // MARK: Files that come meanwhile

    @Test(arguments: [1, 2]) func `take no name that another file took meanwhile`(count: Int) throws {
        let folder = try TemporaryFolder()
        let files = try Self.names.prefix(count).map { (Self.new, try FilePlace(folder.path + "/" + $0)) }
        let last = try folder.write(Self.old, to: Self.names[count - 1])
        let error = #expect(throws: WritingError.self) { try FileWriter.write(files) }
        #expect(error?.reason == "another file has appeared there meanwhile, and is left as it is")
        #expect(try FileBytes(reading: last).bytes == Self.old)
        #expect(try folder.contents == [Self.names[count - 1]])
        // Unless their owner said so.
        try FileWriter.write(files, FileWriter.Options(replacing: .anything))
        #expect(try FileBytes(reading: last).bytes == Self.new)
        #expect(try folder.contents == Array(Self.names.prefix(count)))
    }

    @Test(arguments: [1, 2], [true, false])
    func `replace only the file that was found`(count: Int, inPlace: Bool) throws {
        let folder = try TemporaryFolder()
        for name in Self.names.prefix(count) { try folder.write([9], to: name) }
        let files = try Self.names.prefix(count).map { (Self.new, try FilePlace(folder.path + "/" + $0)) }
        let last = folder.path + "/" + Self.names[count - 1]
        rename(try folder.write(Self.old, to: "other"), last)
        let calls = inPlace ? Self.inPlace(.system) : .system
        #expect(throws: WritingError.appeared(at: last)) {
            try FileWriter.write(files, FileWriter.Options(calls: calls))
        }
        #expect(try FileBytes(reading: last).bytes == Self.old)
        #expect(try FileBytes(reading: folder.path + "/one").bytes == (count == 1 ? Self.old : [9]))
        #expect(try folder.contents == Array(Self.names.prefix(count)))
    }

    @Test(arguments: [true, false])
    func `take nothing of anybody else's back`(hasOld: Bool) throws {
        let folder = try TemporaryFolder()
        if hasOld { for name in Self.names { try folder.write(Self.old, to: name) } }
        let (one, two) = (folder.path + "/one", folder.path + "/two")
        let theirs = try folder.write([7], to: "theirs")
        var calls = FileCalls.system
        // The second name can't be taken, and the first is somebody else's by then.
        @Sendable func refuse(_ name: FileCalls.Path) -> Bool {
            guard String(cString: name) == two else { return false }
            rename(theirs, one)
            errno = ENOSPC
            return true
        }
        calls.rename = { refuse($1) ? -1 : FileCalls.system.rename($0, $1) }
        calls.link = { refuse($1) ? -1 : FileCalls.system.link($0, $1) }
        let error = #expect(throws: WritingError.self) {
            try FileWriter.write(
                [one, two].map { (Self.new, try FilePlace($0)) }, FileWriter.Options(calls: calls))
        }
        #expect(try FileBytes(reading: one).bytes == [7])
        let kept = try folder.contents.filter { $0.hasSuffix(".before") }
        #expect(kept.count == (hasOld ? 1 : 0))
        for name in kept {
            let path = folder.path + "/" + name
            #expect(error?.reason.hasSuffix("; the earlier \(one) is kept as \(path)") == true)
            #expect(try FileBytes(reading: path).bytes == Self.old)
        }
    }

    // MARK: What is said

    @Test func `say where each earlier file is that can't be put back`() throws {
        let folder = try TemporaryFolder()
        let names = ["one", "two", "three"]
        for name in names { try folder.write(Self.old, to: name) }
        var calls = FileCalls.system
        // A file system without links, which takes no more names from the third on.
        calls.link = { _, _ in
            errno = EPERM
            return -1
        }
        calls.rename = { old, new in
            let (old, new) = (String(cString: old), String(cString: new))
            guard new.hasSuffix(".before") || !old.hasSuffix(".before") && !new.hasSuffix("three") else {
                errno = ENOSPC
                return -1
            }
            return FileCalls.system.rename(old, new)
        }
        let error = #expect(throws: WritingError.self) {
            try FileWriter.write(
                names.map { (Self.new, try FilePlace(folder.path + "/" + $0)) },
                FileWriter.Options(calls: calls))
        }
        let reason = try #require(error?.reason)
        let kept = try folder.contents.filter { $0.hasSuffix(".before") }
        #expect(kept.count == 3)
        for name in kept {
            #expect(reason.contains(" is kept as \(folder.path)/\(name)"))
            #expect(try FileBytes(reading: folder.path + "/" + name).bytes == Self.old)
        }
        for name in names { #expect(reason.contains("; the earlier \(folder.path)/\(name) is kept as ")) }
    }

    @Test func `say which earlier file is lost`() throws {
        let folder = try TemporaryFolder()
        for name in Self.names { try folder.write(Self.old, to: name) }
        var calls = Self.inPlace(.system)
        let count = Mutex(0)
        calls.write = { descriptor, bytes, size in
            let number = count.withLock { count in
                count += 1
                return count
            }
            guard number == 1 else {
                errno = EIO
                return -1
            }
            return FileCalls.system.write(descriptor, bytes, size)
        }
        let error = #expect(throws: WritingError.self) {
            try FileWriter.write(
                Self.names.map { (Self.new, try FilePlace(folder.path + "/" + $0)) },
                FileWriter.Options(calls: calls))
        }
        for name in Self.names {
            #expect(error?.reason.contains("; the earlier \(folder.path)/\(name) is lost") == true)
        }
        #expect(error?.remedy == .soundDisk)
    }

    @Test func `say that they are there where only the last flush fails`() throws {
        let folder = try TemporaryFolder()
        var calls = FileCalls.system
        calls.sync = { descriptor in
            guard FoundFile(open: descriptor) == nil else { return FileCalls.system.sync(descriptor) }
            errno = EIO
            return -1
        }
        let error = #expect(throws: WritingError.self) {
            try FileWriter.write(
                Self.names.map { (Self.new, try FilePlace(folder.path + "/" + $0)) },
                FileWriter.Options(calls: calls))
        }
        #expect(
            error?.reason.hasSuffix("; the new file is in place, but a power cut may take it away") == true)
        #expect(try folder.contents == Self.names.sorted())
    }
}
