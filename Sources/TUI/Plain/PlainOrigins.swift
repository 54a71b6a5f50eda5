import Training

/// The lines that have asked for work that is under way: what goes wrong later is told with them.
struct PlainOrigins: Sendable {
    /// A line that was obeyed, counted from 1.
    struct Line: Equatable, Sendable {
        var number: Int
        var text: String

        /// The line as errors name it.
        var name: String { "line \(number), “\(String(text.filter { $0 != "\0" }).clipped(to: 40))”" }
    }

    /// The errands with files, which are done in order.
    private var errands: [Line?] = []
    /// The pictures and tables that are being written; they may end in any order.
    private var exports: [Line?] = []
    private var runs: [RunID: Line] = [:]
    /// The newest lines that runs were told to change by.
    private var told: [RunID: Line] = [:]
    private var loading: Line?
    private var fetching: Line?
    /// The line that has asked for the session that is replayed.
    private(set) var replay: Line?

    /// Takes note of what a line asks for; `nil` is none.
    mutating func note(_ effects: [Effect], of line: Line?) {
        for effect in effects {
            switch effect {
            case .file: errands.append(line)
            case .write: exports.append(line)
            case .load: loading = line
            case .fetch: fetching = line
            case .train(let id, _, _, _, _), .branch(let id, _, _, _, _, _): runs[id] = line
            case .tell(let id, _): told[id] = line
            default: break
            }
        }
    }

    /// Takes out the line whose work news are about; `nil` where it is not known.
    mutating func line(of action: Action) -> Line? {
        switch action {
        case .found(.filed(let news)):
            let line = errands.isEmpty ? nil : errands.removeFirst()
            if case .read = news { replay = line }
            return line
        case .written, .writingFailed:
            // Its text says which of several it is.
            guard exports.count == 1 else {
                if !exports.isEmpty { exports = [Line?](repeating: nil, count: exports.count - 1) }
                return nil
            }
            return exports.removeFirst()
        case .loaded, .loadingFailed: return loading
        case .fetched, .fetchingFailed: return fetching
        case .milestone(let id, .refused): return told[id]
        case .milestone(let id, _), .tested(let id, _), .testFailed(let id, _): return runs[id]
        default: return nil
        }
    }
}
