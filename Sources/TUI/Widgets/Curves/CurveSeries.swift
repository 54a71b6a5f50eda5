/// One curve of a chart.
struct CurveSeries: Sendable {
    /// The shapes of curves: the book draws training as dots and validation as a line.
    enum Shape: Sendable {
        case dots
        case line
    }

    /// The name in the legend.
    var name: String
    var role: Role
    var shape: Shape
    /// The measured values.
    var points: CurvePoints
    /// The smoothed values, drawn in place of the measured ones, which then are drawn behind in a weak colour
    /// or not at all.
    var smoothed: CurvePoints?
    /// The sign for each value where there are no dots.
    var sign: Character
    /// The name behind the curve's last point, where there is room; it tells several runs apart.
    var endName: String?
    /// The gaps of its line, which tell it from others without colours.
    var dash = DotGrid.Dash.none
    /// Tells whether it is in focus: first in the legend, and with a bold name.
    var isFocused = false

    /// Makes a curve of one value for every whole number from 1 on.
    init(name: String, role: Role, shape: Shape, values: [Double], sign: Character) {
        self.init(name: name, role: role, shape: shape, points: CurvePoints(values), sign: sign)
    }

    /// Makes a curve.
    init(
        name: String, role: Role, shape: Shape, points: CurvePoints, smoothed: CurvePoints? = nil,
        sign: Character, endName: String? = nil, isFocused: Bool = false
    ) {
        self.name = name
        self.role = role
        self.shape = shape
        self.points = points
        self.smoothed = smoothed
        self.sign = sign
        self.endName = endName
        self.isFocused = isFocused
    }

    /// The values that the curve itself follows.
    var shown: CurvePoints { smoothed ?? points }
}
