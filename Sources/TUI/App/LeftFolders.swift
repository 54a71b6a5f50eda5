import Training

/// The run folders that the start has found without a run to bring back.
public struct LeftFolders: Equatable, Sendable {
    /// The reasons why they are left alone.
    public var reasons: [String] = []
    /// The paths of those that are removed where a person asks for it.
    public var removable: [String] = []
    /// The number of those that were removed since nothing of their epochs was whole.
    public var removed = 0

    /// None, or those that are named.
    public init(reasons: [String] = [], removable: [String] = [], removed: Int = 0) {
        (self.reasons, self.removable, self.removed) = (reasons, removable, removed)
    }

    init(_ found: CutOffRuns) {
        self.init(reasons: found.unreadable, removable: found.leftAlone, removed: found.removed)
    }

    var isEmpty: Bool { reasons.isEmpty && removed == 0 }

    /// The sentences that tell of them.
    ///
    /// - Parameter hasOffer: `true` if a run is offered, too, which `discard` forgets first.
    /// - Returns: Sentences, one after another.
    func sentences(hasOffer: Bool = false) -> [String] {
        var sentences: [String] = []
        if removed > 0 {
            let folders = Format.count(removed, "run folder", "run folders")
            sentences.append("\(folders) in which nothing was whole had to be removed.")
        }
        guard !reasons.isEmpty else { return sentences }
        let folders = Format.count(reasons.count, "run folder is", "run folders are")
        sentences.append("\(folders) left alone: \(reasons.joined(separator: " "))")
        guard !removable.isEmpty else { return sentences }
        let what =
            removable.count < reasons.count
            ? "\(removable.count) of them" : removable.count == 1 ? "it" : "them"
        sentences.append(":discard asks, and removes \(what)\(hasOffer ? ", once no run is offered" : "").")
        return sentences
    }
}

/// The run folders that `discard` removes, and the question that comes before; those that are found later are asked
/// about again.
struct RemovableFolders: Equatable, Sendable {
    var paths: [String] = []
    /// Tells whether a person was asked about just these.
    var isAskedAbout = false
}
