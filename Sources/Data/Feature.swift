/// One number of a sample: what it is called, and how it was measured before it was made ready for a network.
///
/// ```swift
/// let age = Feature("housing median age")
/// let price = Feature("median value", unit: "$")
/// ```
public struct Feature: Hashable, Sendable {
    /// The name on the screen.
    public var name: String
    /// The unit of measurement, such as `$`; empty for a number without a unit.
    public var unit: String
    /// The amount, in the unit, that 1 in the network's numbers stands for.
    public var scale: Double
    /// The value, in the unit, that 0 in the network's numbers stands for.
    public var offset: Double

    /// Names a number that is given to the network as it was measured.
    public init(_ name: String, unit: String = "", scale: Double = 1, offset: Double = 0) {
        self.name = name
        self.unit = unit
        self.scale = scale
        self.offset = offset
    }

    /// Turns a number of the network back into the feature's unit.
    public func measured(_ value: Float) -> Double { Double(value) * scale + offset }

    /// Turns a difference of two numbers of the network, such as an error, back into the feature's unit.
    public func measured(difference: Double) -> Double { difference * scale }
}
