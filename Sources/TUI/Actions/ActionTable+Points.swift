/// Actions on points in a plane.
extension ActionTable {
    static let points = clouds(.data) + clouds(.inspector) + planes + written

    /// The playground: the same keys where the points are listed and where they are seen.
    private static func clouds(_ scope: Scope) -> [ActionEntry] {
        [
            cloud(scope, "+ =", .noisier, "noise", "points with more noise"),
            cloud(scope, "- _", .calmer, "less noise", "points with less noise"),
            cloud(scope, "r", .nextSeed, "seed", "points drawn by the next seed"),
            cloud(scope, "R", .previousSeed, "seed back", "points drawn by the seed before"),
            cloud(scope, "w", .nextShape, "cloud", "the next shape of points"),
            cloud(scope, "W", .previousShape, "cloud back", "the shape of points before"),
        ]
    }

    private static let planes = [
        plane("", .next, "picture", "the next picture of points in their plane"),
        plane("", .layer, "layer", "the next hidden layer of points' units"),
        plane("", .regions, "regions", "points over the network's regions"),
        plane("", .units, "units", "what each hidden unit gives over the plane"),
        plane("", .outputs, "outputs", "what outputs make of two hidden units"),
    ]

    private static let written = [
        entry(.data, "noise", .noise, "noise", "draw points with a noise"),
        entry(.data, "seed", .seed, "seed", "draw points by a seed"),
        entry(.data, "cloud", .cloud, "cloud", "draw points of a shape"),
        entry(.inspector, "plane", .plane, "picture", "choose the picture of points"),
    ]

    private static func cloud(
        _ scope: Scope, _ keys: String, _ change: CloudChange, _ hint: String, _ help: String
    ) -> ActionEntry {
        entry(scope == .data ? .data : .inspector, scope, keys, .cloud(change), hint, help)
    }

    private static func plane(
        _ keys: String, _ change: PlaneChange, _ hint: String, _ help: String
    ) -> ActionEntry {
        entry(.inspector, .inspector, keys, .plane(change), hint, help)
    }
}
