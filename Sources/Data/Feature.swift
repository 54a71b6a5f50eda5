/// One number of a sample: what it is called, and how it was measured before it was made ready for a network.
///
/// ```swift
/// let age = Feature("housing median age")
/// let price = Feature("median value", unit: "$")
/// ```
public struct Feature: Hashable, Sendable {
    /// What it is called.
    public var name: String
    /// What it is measured in, such as `$`; empty for a number without a unit.
    public var unit: String
    /// How much of the unit is one in the network's numbers.
    public var scale: Double
    /// What zero in the network's numbers was.
    public var offset: Double

    /// Names a number that is given to the network as it was measured.
    public init(_ name: String, unit: String = "", scale: Double = 1, offset: Double = 0) {
        self.name = name
        self.unit = unit
        self.scale = scale
        self.offset = offset
    }

    /// What a number of the network stands for, in the feature's unit.
    public func measured(_ value: Float) -> Double { Double(value) * scale + offset }

    /// What a difference of two numbers of the network stands for, such as an error.
    public func measured(difference: Double) -> Double { difference * scale }
}
