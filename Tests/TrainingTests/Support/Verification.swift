import Foundation

/// The switch for the long tests: `make verify` sets `NNBOARD_VERIFY`.
enum Verification {
    static let isWanted = ProcessInfo.processInfo.environment["NNBOARD_VERIFY"] == "1"
    static let hint = "takes long; run it by “make verify”"
}
