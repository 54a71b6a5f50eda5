import Datasets
import Training

/// What has been worked out of the prediction that the inspector shows.
struct Explanation: Sendable {
    /// A sample, as it is or as it was changed.
    struct Subject: Hashable, Sendable {
        var part: DataPart
        var row: Int
        var draft: WhatIf?
    }

    /// What is asked: which sample, and which network.
    struct Question: Hashable, Sendable {
        var subject: Subject
        var run: RunID
        var moment: Moment

        /// Tells whether the answer to another question may stand in for one to this: it is of an earlier or a later
        /// time of the same run.
        func isLike(_ other: Question) -> Bool { subject == other.subject && run == other.run }
    }

    /// What is asked of the samples that a unit listens to.
    struct UnitQuestion: Hashable, Sendable {
        var run: RunID
        var moment: Moment
        var layer: Int
        var unit: Int

        /// Tells whether the answer to another question may stand in for one to this: it is of an earlier or a later
        /// time of the same run.
        func isLike(_ other: UnitQuestion) -> Bool {
            run == other.run && layer == other.layer && unit == other.unit
        }
    }

    /// What is asked of a sample through the epochs of a run.
    struct TimeQuestion: Hashable, Sendable {
        var subject: Subject
        var run: RunID
    }

    /// What came of work.
    enum Finding: Sendable {
        /// What the words of a data set are.
        case encoder(Term, TextEncoder?)
        case history(TimeQuestion, SoftmaxThroughTime)
        case nearest(Question, NearestSamples)
        case unit(UnitQuestion, UnitReport)
    }

    /// An answer, and what it answers.
    struct Answer<Question: Equatable & Sendable, Value: Sendable>: Sendable {
        var question: Question
        var value: Value
    }

    /// What the following was worked out for.
    var question: Question?
    /// The columns that hold a one.
    var columns: [Int32] = []
    /// What the network makes of the sample as it is, where it was changed.
    var original: [Float]?
    /// What each word contributes.
    var contributions: Contributions?
    /// What each hidden layer gives.
    var activations: [[Float]] = []

    /// The sample through the epochs, and how many of these are known to have been asked for.
    var history: Answer<TimeQuestion, SoftmaxThroughTime>?
    var askedEpochs = 0
    var awaitsHistory = false
    /// The training samples most like it.
    var nearest: Answer<Question, NearestSamples>?
    var askedNearest: (question: Question, time: Double)?
    /// The unit that is looked at.
    var unit: Answer<UnitQuestion, UnitReport>?
    var askedUnit: (question: UnitQuestion, time: Double)?
    /// The words of the data set, once they are wanted.
    var encoder: TextEncoder?
    var hasAskedEncoder = false

    /// How many training samples are shown that are like one, or excite a unit.
    static let mostSamples = 20
    /// How many words of a unit.
    static let mostWords = 40
}

/// What came of explaining a prediction.
public struct Explained: Sendable {
    let finding: Explanation.Finding
}
