/// The version of this nnboard, as `--version`, the manual and the packages tell it.
///
/// The Makefile reads the number and the date from this file.
enum Version {
    /// The number: what is incompatible, what is new, what is repaired.
    static let number = "0.4.0"
    /// The day of its release.
    static let date = "2026-11-21"
}
