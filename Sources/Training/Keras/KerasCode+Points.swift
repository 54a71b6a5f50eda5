import Datasets

/// Points in the plane, which a script draws again by the same numbers.
extension KerasCode {
    /// The lines that draw the points of a data set; `nil` where it is none of points.
    func points(_ term: Term) -> Data? {
        guard let entry = try? Catalog.entry(named: term.name), let drawn = entry as? any DrawnPoints else {
            return nil
        }
        func argument(_ label: String, _ standard: Double) -> String {
            guard case .number(let number)? = term.arguments.first(where: { $0.label == label })?.value else {
                return Python.number(standard)
            }
            return Python.number(number)
        }
        let count = argument("count", Double(drawn.standard.count))
        let noise = argument("noise", drawn.standard.noise)
        let seed = argument("seed", Double(drawn.standard.seed))
        func scikit(_ function: String, _ arguments: String, isDivided: Bool = true) -> Data {
            Data(
                lines: ["x, y = \(function)(\(count), \(arguments)random_state=\(seed))"]
                    + (isDivided ? Self.halves : ["x_train, y_train, x_test, y_test = x, y, x, y"]),
                imports: ["from sklearn.datasets import \(function)"],
                packages: "keras, tensorflow, numpy and scikit-learn")
        }
        switch term.name {
        case "blobs":
            return scikit(
                "make_blobs", "centers=\(Self.centers), cluster_std=\(noise), ", isDivided: false)
        case "gaussians":
            return scikit("make_blobs", "centers=[[-2, -2], [2, 2]], cluster_std=\(noise), ")
        case "moons": return scikit("make_moons", "noise=\(noise), ")
        case "circles": return scikit("make_circles", "factor=0.5, noise=\(noise), ")
        case "spirals":
            return Data(
                lines: [
                    "random = np.random.RandomState(\(seed))",
                    "count, classes = \(count), \(argument("classes", 2))",
                    "x, y = [], []",
                    "for label in range(classes):",
                    "    size = count // classes + (label < count % classes)",
                    "    for number in range(size):",
                    "        share = number / size",
                    "        angle = 1.75 * 2 * np.pi * share + 2 * np.pi * label / classes",
                    "        stray = \(noise) * random.uniform(-1, 1, 2)",
                    "        x.append([5 * share * np.sin(angle) + stray[0], 5 * share * np.cos(angle) + stray[1]])",
                    "        y.append(label)",
                    "order = random.permutation(count)",
                    "x, y = np.array(x)[order], np.array(y)[order]",
                ] + Self.halves)
        case "xor":
            return Data(
                lines: [
                    "random = np.random.RandomState(\(seed))",
                    "x, y = [], []",
                    "for _ in range(\(count)):",
                    "    place = random.uniform(-5, 5, 2)",
                    "    place += np.where(place > 0, 0.3, -0.3)",
                    "    stray = \(noise) * random.uniform(-1, 1, 2)",
                    "    x.append(place)",
                    "    y.append(int((place[0] + stray[0]) * (place[1] + stray[1]) >= 0))",
                    "x, y = np.array(x), np.array(y)",
                ] + Self.halves)
        default: return nil
        }
    }

    /// The first half is for learning.
    private static let halves = [
        "half = (len(x) + 1) // 2",
        "x_train, y_train, x_test, y_test = x[:half], y[:half], x[half:], y[half:]",
    ]

    private static let centers =
        "["
        + BlobsDataset.centers.map { "[" + $0.map(Python.number).joined(separator: ", ") + "]" }
        .joined(separator: ", ") + "]"
}
