/// In which order the inspector shows the classes.
enum ClassOrder: Sendable {
    case probability
    case number

    var name: String { self == .probability ? "by probability" : "by number" }
    var other: ClassOrder { self == .probability ? .number : .probability }
}
