/// The sliders of each lesson, and its examples.
extension Lesson {
    /// Ten logits from the book's notebook; their class is 5.
    static let tenLogits: [Float] = [-20, -1, 4.5, 12.5, 74, 43.2, -58.4, 8.2, 99.9, -101]

    /// Probabilities that are worth a look: nearly sure, even, a guess among 10 and among 46, and impossible.
    private static let probabilities = [0.9, 0.5, 0.1, 1.0 / 46, 0]

    /// Counts the examples, the beginning included.
    func examples(text: LessonText?) -> Int {
        switch self {
        case .activations: 3
        case .softmax: 2
        case .crossentropy: Self.probabilities.count
        case .losses: 3
        case .words: text?.examples.count ?? 1
        }
    }

    /// The sliders of an example.
    func sliders(example: Int, text: LessonText?) -> [LessonSlider] {
        switch self {
        case .activations:
            return [LessonSlider("x", [1, -2, 5][example % 3], in: -6...6, step: 0.1, far: 1)]
        case .softmax:
            // One goes from -5 to 5 with the others at 1 and -1; then three that were worked out by hand.
            let isFirst = example % 2 == 0
            let values = isFirst ? [0, 1, -1] : [-20, -1, -1.1]
            return zip(Self.logitNames, values).map {
                LessonSlider($0, $1, in: isFirst ? -5...5 : -20...5, step: 0.1, far: 1)
            }
        case .crossentropy:
            let value = Self.probabilities[example % Self.probabilities.count]
            return [LessonSlider("p", value, in: 0...1, step: 0.01, far: 0.1, format: .probability)]
        case .losses:
            return [
                LessonSlider(
                    "true class", [5, 8, 4][example % 3], in: 0...9, step: 1, far: 3, format: .places(0))
            ]
        case .words:
            guard let text, !text.tokens.isEmpty else { return [] }
            let count = text.tokens.count
            let place = text.examples.indices.contains(example) ? text.examples[example] : 0
            return [
                LessonSlider(
                    "word", Double(place + 1), in: 1...Double(count), step: 1, far: 10, format: .outOf(count))
            ]
        }
    }

    /// The names of the three logits of the softmax.
    static let logitNames = ["logit a", "logit b", "logit c"]
}
