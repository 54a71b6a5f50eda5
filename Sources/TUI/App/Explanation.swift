import Datasets
import Training

/// The facts worked out about the prediction that the inspector shows.
struct Explanation: Sendable {
    /// A sample, as it is or as it was changed.
    struct Subject: Hashable, Sendable {
        var part: DataPart
        var row: Int
        var draft: WhatIf?
    }

    /// A question about a sample, asked of one network.
    struct Question: Hashable, Sendable {
        var subject: Subject
        var run: RunID
        var moment: Moment

        /// Tells whether the answer to another question may stand in for one to this: it is of an earlier or a later
        /// time of the same run.
        func isLike(_ other: Question) -> Bool { subject == other.subject && run == other.run }
    }

    /// A question about the samples that a unit listens to.
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

    /// A question about a sample through the epochs of a run.
    struct TimeQuestion: Hashable, Sendable {
        var subject: Subject
        var run: RunID
    }

    /// The outcome of work.
    enum Finding: Sendable {
        /// The words of a data set.
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

    /// The question that the following facts answer.
    var question: Question?
    /// The columns that hold a one.
    var columns: [Int32] = []
    /// The network's output for the unchanged sample, where it was changed.
    var original: [Float]?
    /// The contribution of each word.
    var contributions: Contributions?
    /// The outputs of each hidden layer.
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

    /// The largest number of training samples to show that are like one, or excite a unit.
    static let mostSamples = 20
    /// The largest number of words to show of a unit.
    static let mostWords = 40
}

/// The outcome of explaining a prediction.
public struct Explained: Sendable {
    let finding: Explanation.Finding
}
