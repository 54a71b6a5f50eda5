/// A reader as a fuzzer sees it: any bytes go in, and what comes out either keeps its promises or is a refusal.
///
/// The reader's own errors are no failure of the target: ``run`` ends normally where an input is refused. It throws
/// ``BrokenPromise`` where a value that was read is not what its writer writes, and a crash ends the process.
struct FuzzTarget: Sendable {
    /// The name, which is that of its folders in `Corpus` and `Crashes`, and of `make fuzz TARGET=…`.
    let name: String
    /// The number of mutated inputs that the test suite tries; a fixed number, so that the same inputs are
    /// tried everywhere.
    let executions: Int
    /// Pieces that inputs are made of: keywords, marks, numbers at the edge of what is allowed.
    let words: [[UInt8]]
    /// Inputs that the reader accepts, made by the program's own writers.
    let seeds: @Sendable () throws -> [[UInt8]]
    /// Reads an input; tells whether it was read, which every seed has to be.
    let run: @Sendable ([UInt8]) async throws -> Bool

    /// Describes a target whose inputs are bytes.
    init(
        _ name: String, executions: Int, words: [[UInt8]],
        seeds: @escaping @Sendable () throws -> [[UInt8]],
        run: @escaping @Sendable ([UInt8]) async throws -> Bool
    ) {
        (self.name, self.executions, self.words, self.seeds, self.run) = (name, executions, words, seeds, run)
    }

    /// Describes a target whose inputs are texts; what is not UTF-8 arrives as replacement characters, as it does where
    /// the program reads a text file.
    init(
        _ name: String, executions: Int, words: [String],
        seeds: @escaping @Sendable () throws -> [String],
        run: @escaping @Sendable (String) async throws -> Bool
    ) {
        self.init(
            name, executions: executions, words: words.map { Array($0.utf8) },
            seeds: { try seeds().map { Array($0.utf8) } },
            run: { try await run(String(decoding: $0, as: UTF8.self)) })
    }
}

/// A value that was read and does not keep what its reader or writer promises.
struct BrokenPromise: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// Checks that a value keeps a promise.
///
/// - Parameters:
///   - isKept: `true` if it does.
///   - promise: The promise, and what was found instead.
/// - Throws: ``BrokenPromise``.
func check(_ isKept: Bool, _ promise: @autoclosure () -> String) throws(BrokenPromise) {
    guard isKept else { throw BrokenPromise(promise()) }
}

/// Checks that a text written by the program is read back as the same value.
///
/// - Parameters:
///   - text: The text that the program wrote.
///   - read: Reads it and writes it again.
/// - Throws: ``BrokenPromise`` where it is refused, or comes out as another text.
func checkReadBack(_ text: String, _ read: (String) throws -> String) throws(BrokenPromise) {
    let again: String
    do {
        again = try read(text)
    } catch {
        throw BrokenPromise("“\(text)” was written and is refused: \(error)")
    }
    try check(again == text, "“\(text)” was written and is read back as “\(again)”")
}
