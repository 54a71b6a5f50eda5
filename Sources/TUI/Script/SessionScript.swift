import Datasets
import Training

/// The actions of a session, as commands that do the same again: one a line.
///
/// Moves become what they led to, such as `select test 4`, and what was done while a network was trained gets the time
/// in the run at which it took place, so that the numbers are the same, bit for bit.
struct SessionScript: Sendable {
    /// One line.
    struct Entry: Equatable, Sendable {
        /// The kinds of lines that take each other's place.
        enum Kind: Equatable, Sendable {
            /// Nothing.
            case other
            /// The next of the same kind takes its place.
            case select, focus, words, epoch
            /// A network is trained on, until something else happens.
            case training
        }

        var text: String
        var kind = Kind.other
    }

    /// The experiment and data that the session began with, once they were there.
    private(set) var start: Experiment?
    private(set) var entries: [Entry] = []
    /// The number of actions so far.
    private(set) var count = 0
    /// The line that began the newest run.
    private var beginning: Int?
    /// The line that says where that run was halted, as long as it stands still there.
    private var halt: Int?
    private var isHalting = false

    /// The session begins.
    mutating func begin(with experiment: Experiment) {
        if start == nil { start = experiment }
    }

    /// Something was done.
    mutating func add(_ text: String, _ kind: Entry.Kind = .other, beginsRun: Bool = false) {
        count += 1
        if kind != .other, kind != .training, entries.last?.kind == kind { entries.removeLast() }
        entries.append(Entry(text: text, kind: kind))
        if beginsRun || kind == .training { (halt, isHalting) = (nil, false) }
        if beginsRun { beginning = entries.count - 1 }
    }

    /// The newest run was told to pause, or to end.
    mutating func halts() { isHalting = true }

    /// A network that stands still has been trained so far: its line says so, and is corrected by later news.
    mutating func stands(at moment: Moment) {
        guard isHalting || halt != nil else { return }
        if isHalting {
            halt = entries.lastIndex { $0.kind == .training && $0.text == "train" }
            isHalting = false
            if let halt, let beginning, halt < beginning { self.halt = nil }
        }
        guard let halt, entries.indices.contains(halt) else { return }
        entries[halt].text = SessionChange.until(moment).description
    }

    /// The newest run has changed at a time: when it is begun again, that is planned.
    mutating func tuned(_ change: TimedEdit) {
        guard let place = beginning else { return }
        entries.insert(Entry(text: SessionChange.plan(change).description), at: place)
        beginning = place + 1
        halt = halt.map { $0 + 1 }
    }

    /// The beginning of the first line.
    private static let heading = "# nnboard session, form 1: "

    /// Files of sessions, as a person may have changed them below the first line.
    static let kind = FileKind("saved session of nnboard") { $0.contains(text: heading) }

    /// The file of the session.
    ///
    /// - Parameter title: The title in the first line.
    /// - Returns: Lines: what it began with, then what was done.
    func text(title: String) -> String {
        var lines = ["\(Self.heading)\(title)"]
        if let start {
            lines.append("load \(start.dataset)")
            for line in start.text.split(separator: "\n") where !line.hasPrefix("dataset =") {
                lines.append("set \(line)")
            }
        }
        return (lines + entries.map(\.text)).map { $0 + "\n" }.joined()
    }
}
