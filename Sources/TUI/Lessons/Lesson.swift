/// A picture with sliders that shows one idea at work.
public enum Lesson: String, CaseIterable, Sendable {
    /// Relu, sigmoid and tanh, and how steep they are.
    case activations
    /// Three logits through softmax.
    case softmax
    /// The cost of a prediction, by its probability.
    case crossentropy = "cross-entropy"
    /// Ten logits through sigmoid and softmax, and why losses from logits and from probabilities differ.
    case losses
    /// The way from a text to a row of zeros and ones.
    case words

    /// Its place among the lessons, from 1.
    var number: Int { (Lesson.allCases.firstIndex(of: self) ?? 0) + 1 }

    /// The name on a tab.
    var name: String { self == .words ? "multi-hot" : rawValue }

    /// The topic, as a heading.
    var title: String {
        switch self {
        case .activations: "Relu, sigmoid and tanh"
        case .softmax: "Softmax of three logits"
        case .crossentropy: "Cross-entropy of a prediction"
        case .losses: "Losses from logits and from probabilities"
        case .words: "From words to a row of zeros and ones"
        }
    }

    /// The part of the picture that its switch turns on; `nil` where it has none.
    var switchName: String? {
        switch self {
        case .activations: "slopes"
        case .softmax, .crossentropy: "log axis"
        case .losses: "log bars"
        case .words: nil
        }
    }

    /// The lesson so many places further, round and round.
    func moved(by offset: Int) -> Lesson {
        let all = Lesson.allCases
        return all[((number - 1 + offset) % all.count + all.count) % all.count]
    }
}
