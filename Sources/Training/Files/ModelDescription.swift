import Datasets

/// The content of the description that lies next to a model's weights.
struct ModelDescription {
    /// The SHA-256 of the weights in small letters; `nil` where the description names none.
    let checksum: String?
    let experiment: Experiment
    let inputs: Int
    let epochs: Int
    let classes: [String]
    let features: [Feature]
    let values: [Feature]
    let results: [ModelFile.Result]

    /// Reads a description.
    ///
    /// - Parameters:
    ///   - bytes: JSON.
    ///   - path: The name of the file in errors.
    /// - Throws: ``FileError`` with what is wrong.
    init(_ bytes: [UInt8], path: String) throws(FileError) {
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONValue(parsing: bytes.utf8OfTextFile)
        } catch {
            let start = String(textFile: bytes.prefix(20)).printable
            throw .malformed(path: path, problem: "it begins with “\(start)”, and is no JSON (\(error))")
        }
        func unfitting(_ key: String) -> FileError {
            guard let found = json[key] else { return .malformed(path: path, problem: "it has no “\(key)”") }
            return .malformed(
                path: path, problem: "its “\(key)” is \(Self.shown(found)), which fits no saved network")
        }
        func wanted<Value>(_ key: String, _ value: Value?) throws(FileError) -> Value {
            guard let value else { throw unfitting(key) }
            return value
        }
        guard json["format"]?.text == ModelFile.format else {
            throw .malformed(
                path: path,
                problem:
                    "its “format” is \(json["format"].map(Self.shown) ?? "missing"), where a network that "
                    + "nnboard saved has “\(ModelFile.format)”")
        }
        let version = try wanted("version", json["version"]?.integer)
        guard version <= ModelFile.version else {
            throw .mismatched(
                path: path,
                problem:
                    "it was written in form \(version), and this nnboard reads forms up to \(ModelFile.version)"
            )
        }
        // Whoever changes weights on purpose leaves it out.
        switch json["weights_sha256"] {
        case .none, .null: checksum = nil
        // Other programs write hexadecimal digits in capital letters.
        case .some(let value): checksum = try wanted("weights_sha256", value.text).lowercased()
        }
        let text = try wanted("experiment", json["experiment"]?.text)
        do {
            experiment = try Experiment(text: text)
        } catch {
            throw .malformed(path: path, problem: "\(error)")
        }
        inputs = try wanted("inputs", json["inputs"]?.integer.flatMap { $0 > 0 ? $0 : nil })
        epochs = try wanted("trained_epochs", json["trained_epochs"]?.integer)
        classes = try wanted("classes", json["classes"]?.texts)
        features = try wanted("features", json["features"]?.items).compactMap(Self.feature)
        values = try wanted("values", json["values"]?.items).compactMap(Self.feature)
        if let odd = (features + values).first(where: { !($0.scale.isFinite && $0.offset.isFinite) }) {
            throw .malformed(
                path: path, problem: "the scale or the offset of “\(odd.name)” is no finite number")
        }
        guard case .object(let numbers)? = json["results"] else {
            throw unfitting("results")
        }
        var results: [ModelFile.Result] = []
        for (name, value) in numbers {
            results.removeAll { $0.name == name }
            results.append(ModelFile.Result(name, value.number ?? .nan))
        }
        self.results = results
        let problems = experiment.model.problems(
            inputs: inputs, target: classes.isEmpty ? .values(max(1, values.count)) : .classes(classes.count)
        ).filter { $0.severity == .fatal }
        guard problems.isEmpty else {
            throw .malformed(path: path, problem: "\(ModelProblems(problems))")
        }
    }

    /// A value as an error repeats it.
    private static func shown(_ value: JSONValue) -> String {
        let text = value.description
        return text.count > 40 ? text.prefix(40) + "…" : text
    }

    private static func feature(_ json: JSONValue) -> Feature? {
        guard let name = json["name"]?.text else { return nil }
        return Feature(
            name, unit: json["unit"]?.text ?? "", scale: json["scale"]?.number ?? 1,
            offset: json["offset"]?.number ?? 0)
    }
}
