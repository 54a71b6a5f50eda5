/// A change of the view of a plane of points; the text is what follows `plane` on the command line.
public enum PlaneChange: String, CaseIterable, Sendable {
    /// Shows the next of the pictures.
    case next
    /// Shows the regions that the network decides for.
    case regions
    /// Shows what each hidden unit gives over the plane.
    case units
    /// Shows how each output unit divides the plane of two hidden units.
    case outputs
    /// Looks at the next hidden layer.
    case layer
}
