/// What can be done with points in a plane.
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
        with("noise", .noise, .data, "noise", "draw points with a noise"),
        with("seed", .seed, .data, "seed", "draw points by a seed"),
        with("cloud", .cloud, .data, "cloud", "draw points of a shape"),
        with("plane", .plane, .inspector, "picture", "choose the picture of points"),
    ]

    private static func cloud(
        _ scope: Scope, _ keys: String, _ change: CloudChange, _ hint: String, _ help: String
    ) -> ActionEntry {
        ActionEntry(
            group: scope == .data ? .data : .inspector, scope: scope, keys: Key.list(keys),
            meaning: .command(.cloud(change)), help: help, hint: hint)
    }

    private static func plane(
        _ keys: String, _ change: PlaneChange, _ hint: String, _ help: String
    ) -> ActionEntry {
        ActionEntry(
            group: .inspector, scope: .inspector, keys: Key.list(keys), meaning: .command(.plane(change)),
            help: help, hint: hint)
    }

    private static func with(
        _ words: String, _ argument: Argument, _ group: ActionEntry.Group, _ hint: String, _ help: String
    ) -> ActionEntry {
        ActionEntry(
            group: group, scope: .everywhere, keys: [], meaning: .with(words, argument), help: help,
            hint: hint)
    }
}
