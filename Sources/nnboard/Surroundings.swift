import ArgumentParser
import Datasets
import FoundationEssentials
import Glibc

/// Arguments and environment as the system gives them: bytes.
///
/// In a Swift text, bytes that are no UTF-8 become a mark, and a path with the mark is that of another file. So they are
/// refused, here for the whole program.
enum Surroundings {
    /// The variables that name files, folders or the places of others.
    private static let paths = [
        "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "NNBOARD_DATA", "NNBOARD_MIRROR",
        "KERAS_HOME",
    ]

    /// A variable that can't be used.
    struct VariableError: Error, CustomStringConvertible {
        let name: String
        let value: String
        var description: String {
            "\(name) is “\(value)”, which holds bytes that are no UTF-8, so that it can't be used as a path. "
                + "Rename the folder, or give \(name) another value."
        }
    }

    /// Refuses arguments that are no text.
    ///
    /// - Throws: A usage error.
    static func checkArguments() throws {
        for place in 1..<max(1, Int(CommandLine.argc)) {
            guard let start = CommandLine.unsafeArgv[place], let shown = unreadable(start) else { continue }
            throw ValidationError(
                "Argument \(place), “\(shown)”, holds bytes that are no UTF-8. "
                    + "Where it names a file, rename the file or choose another name; a text has to be UTF-8."
            )
        }
        try checkDashes(CommandLine.arguments.dropFirst())
    }

    /// Refuses options with one dash and several letters, which the parser takes apart: “-epochs” has the “h” of help.
    static func checkDashes(_ arguments: some Sequence<String>) throws {
        for argument in arguments.prefix(while: { $0 != "--" }) {
            let letters = argument.drop { $0 == "-" }
            guard argument.hasPrefix("-"), !argument.hasPrefix("--"), letters.count > 1,
                letters.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-") }), Double(argument) == nil
            else { continue }
            throw ValidationError("Unknown option “\(argument)”. Options have two dashes, as --epochs has.")
        }
    }

    /// Sets `HOME` where it is missing, from what the system knows of the user; without any, it stays missing.
    static func findHome() {
        let home = HomeFolder.path(environment: ProcessInfo.processInfo.environment)
        if let home { setenv("HOME", home, 1) } else { unsetenv("HOME") }
    }

    /// Refuses variables that name a path and are no text.
    static func checkEnvironment() throws {
        for name in paths {
            guard let start = getenv(name), let shown = unreadable(start) else { continue }
            throw VariableError(name: name, value: shown)
        }
    }

    /// Bytes for people, where they are no UTF-8.
    private static func unreadable(_ start: UnsafePointer<CChar>) -> String? {
        guard String(validatingCString: start) == nil else { return nil }
        return PathBytes.text(of: UnsafeRawBufferPointer(start: start, count: strlen(start))).printable
    }
}
