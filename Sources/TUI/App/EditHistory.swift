import Training

/// The experiments that edits have led away from, so that they can be taken back.
struct EditHistory: Equatable, Sendable {
    private var past: [Step] = []
    private var future: [Step] = []
    private static let longest = 1000

    /// An experiment, and what changed it.
    struct Step: Equatable, Sendable {
        var experiment: Experiment
        var hasOwnModel: Bool
        /// The edit, as text.
        var edit: String
    }

    /// Tells whether there is nothing to take back.
    var isEmpty: Bool { past.isEmpty }

    /// Notes the experiment before an edit; edits taken back before can't be made again.
    mutating func record(_ step: Step) {
        past.append(step)
        if past.count > Self.longest { past.removeFirst(past.count - Self.longest) }
        future = []
    }

    /// Removes the last edit if it is this one: it has come to nothing.
    mutating func forget(_ step: Step) {
        if past.last == step { past.removeLast() }
    }

    /// Takes the last edit back.
    ///
    /// - Parameters:
    ///   - experiment: The experiment as it is now.
    ///   - hasOwnModel: `true` if its layers are a person's.
    /// - Returns: The experiment as it was, with the edit that is taken back; `nil` where there was none.
    mutating func undo(_ experiment: Experiment, _ hasOwnModel: Bool) -> Step? {
        Self.step(from: &past, to: &future, experiment, hasOwnModel)
    }

    /// Makes the edit again that was taken back last.
    mutating func redo(_ experiment: Experiment, _ hasOwnModel: Bool) -> Step? {
        Self.step(from: &future, to: &past, experiment, hasOwnModel)
    }

    private static func step(
        from source: inout [Step], to other: inout [Step], _ experiment: Experiment, _ hasOwnModel: Bool
    ) -> Step? {
        guard let step = source.popLast() else { return nil }
        other.append(Step(experiment: experiment, hasOwnModel: hasOwnModel, edit: step.edit))
        return step
    }
}
