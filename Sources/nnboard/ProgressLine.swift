import Datasets

/// A progress bar on standard error; nothing where that is no terminal.
struct ProgressLine {
    /// Shows a share from 0 to 1 with what is being done, and a word on how it goes.
    func show(_ title: String, _ share: Double, _ detail: String = "") {
        guard StandardError.isTerminal else { return }
        let width = 30
        let filled = Int((max(0, min(1, share)) * Double(width)).rounded())
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
        StandardError.overwrite("\(title) [\(bar)] \(Int((share * 100).rounded())) % \(detail)")
    }

    /// Takes the line away.
    func clear() { StandardError.overwrite("") }
}
