/// The content of a lesson for the values of its sliders: a pure function of them.
protocol LessonContent {
    /// The meaning of the numbers, in a few words each, for windows without room for a picture.
    var facts: [String] { get }
    /// All numbers as lines that can be read one after another.
    var lines: [String] { get }
    /// The points to understand, the most important sentence first.
    var sentences: [String] { get }
    /// The greatest length of the first of them, in characters, so that the picture keeps its size while
    /// numbers change.
    var longestSentence: Int { get }
    /// The least number of rows in which the picture is legible.
    var leastRows: Int { get }
    /// The number of rows that it should have before more than one sentence is worth its room.
    var goodRows: Int { get }

    /// Draws the picture.
    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs)
}

extension LessonState {
    /// The present content of the lesson.
    var content: any LessonContent {
        switch lesson {
        case .activations: ActivationsLesson(self)
        case .softmax: SoftmaxLesson(self)
        case .crossentropy: CrossentropyLesson(self)
        case .losses: LossesLesson(self)
        case .words: MultiHotLesson(self)
        }
    }
}
