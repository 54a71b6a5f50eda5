/// What a lesson shows for where its sliders stand: a pure function of their values.
protocol LessonContent {
    /// What the numbers say in a few words each, for windows without room for a picture.
    var facts: [String] { get }
    /// All numbers as lines that can be read one after another.
    var lines: [String] { get }
    /// What there is to understand, the most important sentence first.
    var sentences: [String] { get }
    /// How many characters the first of them has at most, so that the picture keeps its size while numbers change.
    var longestSentence: Int { get }
    /// How many rows the picture is legible in.
    var leastRows: Int { get }
    /// How many rows it should have before more than one sentence is worth its room.
    var goodRows: Int { get }

    /// Draws the picture.
    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs)
}

extension LessonState {
    /// What the lesson shows now.
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
