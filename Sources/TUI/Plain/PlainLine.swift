/// A line of plain text that is obeyed.
public struct PlainLine: Equatable, Sendable {
    /// The number of the line, counted from 1.
    public var number: Int
    /// The text, without the blanks around it.
    public var text: String

    /// A line, with or without blanks around it.
    public init(number: Int, text: String) { (self.number, self.text) = (number, String(text.trimmed)) }

    /// The line as errors name it.
    var name: String { "line \(number), “\(String(text.filter { $0 != "\0" }).clipped(to: 40))”" }
}
