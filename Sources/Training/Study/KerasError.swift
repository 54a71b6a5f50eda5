/// The exception that Keras raises where it can't fit a network, and its reason.
public struct KerasError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of exceptions, by their names in Python.
    public enum Exception: String, Hashable, Sendable {
        /// Shapes that are known not to fit before anything is worked out.
        case value = "ValueError"
        /// Numbers or shapes that turn out not to fit while TensorFlow works.
        case invalidArgument = "InvalidArgumentError"
    }

    /// The kind of exception.
    public var exception: Exception
    /// Its message in Keras' words.
    public var message: String
    /// The reason in nnboard's words, and what to do instead.
    public var reason: String

    init(_ exception: Exception, _ message: String, reason: String) {
        self.exception = exception
        self.message = message
        self.reason = reason
    }

    /// The exception as Python prints it.
    public var description: String { "\(exception.rawValue): \(message)" }
}
