import Testing

/// A file of numbers that Keras, numpy or scikit-learn computed.
package struct ReferenceFile: Sendable {
    /// Its name, without `.json`.
    package let name: String
    /// The parsed content.
    package let content: JSON

    package init(name: String, content: JSON) {
        self.name = name
        self.content = content
    }

    /// One member of the file's outermost object.
    package subscript(key: String) -> JSON? { content[key] }

    /// Puts every case of a list to the test; one that can't be read fails, and the others continue.
    ///
    /// - Parameters:
    ///   - list: The list's key. A file without it has no such cases, an empty one is a mistake.
    ///   - level: The vector kernels that are tested, where the numbers depend on them.
    ///   - sourceLocation: The place in the source at which failures are shown.
    ///   - test: Tests one case; what it throws is the case's failure.
    package func forEachCase(
        of list: String, level: String = "", sourceLocation: SourceLocation = #_sourceLocation,
        _ test: (JSON, Comparison) throws -> Void
    ) {
        guard let cases = content[list] else { return }
        if cases.list.isEmpty {
            Issue.record("\(name).json: “\(list)” has no cases", sourceLocation: sourceLocation)
        }
        for (index, item) in cases.list.enumerated() {
            let comparison = compare("\(list) \(index + 1)", level: level)
            do {
                try test(item, comparison)
            } catch {
                RatioLedger.current?.note(
                    comparison, count: 0, ratio: .infinity, place: "\(comparison.name) can't be tested")
                Issue.record(
                    "\(name).json, \(comparison.name): \(error)\n\(item.brief)",
                    sourceLocation: sourceLocation)
            }
        }
    }

    /// Begins a case.
    ///
    /// - Parameters:
    ///   - case: The name of the case in the table and in failures.
    ///   - level: The vector kernels that are tested, where the numbers depend on them.
    /// - Returns: The comparison for its numbers.
    package func compare(_ case: String, level: String = "") -> Comparison {
        Comparison(file: name, name: `case`, level: level)
    }
}

extension JSON {
    /// The members that are no lists, to recognize a case by.
    fileprivate var brief: String {
        members.sorted { $0.key < $1.key }.filter { $0.value.list.isEmpty }
            .map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    }
}
