/// The text that says what a folder's run is.
extension RunFolder {
    static func text(of fit: Fit) -> String {
        let role =
            switch fit.role {
            case .main: "main"
            case .fold(let number, let count): "fold \(number) \(count)"
            case .final: "final"
            }
        return
            "role = \(role)\nvalidation_samples = \(fit.validation.lowerBound) \(fit.validation.upperBound)\n"
            + fit.experiment.text
    }

    static func fit(from text: String) throws -> Fit? {
        let lines = try KeyedLines(text, keys: Experiment.keyNames + ["role", "validation_samples"])
        let words = (lines["role"]?.value ?? "main").split(separator: " ").map(String.init)
        let range = (lines["validation_samples"]?.value ?? "").split(separator: " ").compactMap { Int($0) }
        guard range.count == 2, range[0] >= 0, range[0] <= range[1] else { return nil }
        let role: Fit.Role? =
            switch (words.first, words.dropFirst().compactMap { Int($0) }) {
            case ("main", []): .main
            case ("final", []): .final
            case ("fold", let numbers) where numbers.count == 2: .fold(numbers[0], of: numbers[1])
            default: nil
            }
        return try role.map { try Fit($0, Experiment(lines), validation: range[0]..<range[1]) }
    }
}
