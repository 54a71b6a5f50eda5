/// How the inspector's bars are looked at.
struct InspectorState: Equatable, Sendable {
    /// What is shown below the verdict.
    var view = InspectorView.sample
    var order = ClassOrder.probability
    /// Whether the last comes first.
    var isReversed = false
    /// The bar one is on, and the first on the screen.
    var position = ListPosition()
}
