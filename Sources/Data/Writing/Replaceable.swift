/// The files in whose place another one may come.
package enum Replaceable: Sendable {
    /// The one that was there when its place was looked up.
    case found
    /// Any file: the program's own files, or those that a person gave up.
    case anything
}
