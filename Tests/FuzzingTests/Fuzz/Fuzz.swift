import Dispatch
import Foundation
import Synchronization

/// Runs one target under libFuzzer: `Fuzz TARGET [OPTIONS OF LIBFUZZER]`.
///
/// `Fuzz --list` names the targets, and `Fuzz --prepare FOLDER` writes the seeds and the dictionary of each there.
@main
enum Fuzz {
    /// The target that is run; libFuzzer's callback takes nothing but bytes.
    private static let chosen = Mutex<FuzzTarget?>(nil)

    static func main() throws {
        let arguments = CommandLine.arguments
        switch arguments.dropFirst().first {
        case "--list":
            print(FuzzTarget.all.map(\.name).joined(separator: "\n"))
        case "--prepare":
            for target in FuzzTarget.all { try prepare(target, in: arguments.dropFirst(2).first ?? ".") }
        case let name:
            guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
                print("Name a target: \(FuzzTarget.all.map(\.name).joined(separator: ", ")).")
                exit(2)
            }
            chosen.withLock { $0 = target }
            exit(run())
        }
    }

    private static func run() -> Int32 {
        // libFuzzer reads its options from the second argument on.
        var count = CommandLine.argc - 1
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
        return runDriver(&count, &arguments) { bytes, count in
            guard let target = Fuzz.chosen.withLock(\.self) else { return -1 }
            let input = Array(UnsafeBufferPointer(start: bytes, count: count))
            let done = DispatchSemaphore(value: 0)
            // Nearly all targets never wait, and are done before this returns.
            Task.immediate {
                do {
                    _ = try await target.run(input)
                } catch {
                    print("\(target.name): \(error)")
                    abort()
                }
                done.signal()
            }
            done.wait()
            return 0
        }
    }

    /// Writes what libFuzzer begins with.
    private static func prepare(_ target: FuzzTarget, in folder: String) throws {
        let seeds = folder + "/" + target.name
        try FileManager.default.createDirectory(atPath: seeds, withIntermediateDirectories: true)
        for (place, seed) in try target.seeds().enumerated() {
            try Data(seed).write(to: URL(filePath: "\(seeds)/seed-\(place)"))
        }
        let lines = target.words.filter { !$0.isEmpty }.map { word in
            "\""
                + word.map { byte in
                    let digits = String(byte, radix: 16)
                    return "\\x" + (digits.count == 1 ? "0" : "") + digits
                }.joined() + "\"\n"
        }
        try Data(lines.joined().utf8).write(to: URL(filePath: "\(folder)/\(target.name).dict"))
    }
}

/// libFuzzer's own loop, from `libclang_rt.fuzzer_no_main`.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ run: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
