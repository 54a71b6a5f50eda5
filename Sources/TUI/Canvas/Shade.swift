/// A colour that stands for a number or a group rather than for a role: heat maps and regions are made of them.
public struct Shade: Hashable, Sendable {
    /// The place among all shades: first the steps of the gradient, then the groups, then the greys.
    let index: UInt8

    /// The number of steps in the gradient from ``Role/heatLow`` by ``Role/heatMiddle`` to ``Role/heatHigh``.
    public static let steps = 33
    /// The number of distinct groups: the roles ``Role/run1`` to ``Role/run8``, paler than as
    /// letters.
    public static let groups = 8
    /// The number of greys between the screen's ground and its letters.
    public static let greys = 17
    /// All of them, in the order of their places.
    static let all = (0..<steps + groups + greys).map { Shade(index: UInt8($0)) }

    private init(index: UInt8) { self.index = index }

    /// The shade of a share: 0 is the cold end, 1 the hot one; what is no number is cold.
    public static func heat(_ share: Double) -> Shade {
        let share = share.isNaN ? 0 : min(1, max(0, share))
        return Shade(index: UInt8((share * Double(steps - 1)).rounded()))
    }

    /// A grey between the screen's ground, at 0, and its letters, at 1: what pictures are made of.
    public static func grey(_ share: Double) -> Shade {
        let share = share.isNaN ? 0 : min(1, max(0, share))
        return Shade(index: UInt8(steps + groups + Int((share * Double(greys - 1)).rounded())))
    }

    /// The shade of a group, counted from 0; after the last the colours begin again.
    public static func group(_ number: Int) -> Shade {
        Shade(index: UInt8(steps + (number % groups + groups) % groups))
    }
}

/// The ways in which shades fill a cell.
public enum Shading: Hashable, Sendable {
    /// Two pixels, one over the other; the cell's character is what is seen where there are too few colours for them.
    case halves(upper: Shade, lower: Shade)
    /// The cell's character on a shaded ground.
    case ground(Shade)
}
