/// What a lesson shows for where its sliders stand: a pure function of their values.
protocol LessonContent {
    /// What the numbers say in a few words each, for windows without room for a picture.
    var facts: [String] { get }
    /// All numbers as lines that can be read one after another.
    var lines: [String] { get }
    /// What there is to understand, the most important sentence first.
    var sentences: [String] { get }
    /// How many rows the picture is legible in.
    var leastRows: Int { get }
    /// How many rows it can make use of.
    var mostRows: Int { get }

    /// Draws the picture.
    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs)
}

extension LessonContent {
    var mostRows: Int { .max }
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

extension CurvePoints {
    /// The values of a function between two places.
    ///
    /// - Parameters:
    ///   - range: The places.
    ///   - place: One that must be among them, so that a cursor there reads the value itself.
    ///   - isLogarithmic: Whether places are equal factors apart.
    ///   - function: What gives all values at once.
    init(
        over range: ClosedRange<Double>, with place: Double, isLogarithmic: Bool = false,
        of function: ([Double]) -> [Double]
    ) {
        let axis = Axis(range.lowerBound, range.upperBound, ticks: 1, isLogarithmic: isLogarithmic)
        let steps = 300
        var places = (0...steps).map { axis.value(at: Double($0) / Double(steps)) }
        let next = places.firstIndex { $0 >= place } ?? places.count
        if range.contains(place), !places.indices.contains(next) || places[next] != place {
            places.insert(place, at: next)
        }
        self.init(function(places), at: .listed(places))
    }
}
