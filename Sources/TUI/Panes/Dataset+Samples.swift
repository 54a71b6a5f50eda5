import Datasets

/// Words for samples and for their labels or values, whatever they are.
extension Dataset {
    /// Tells whether each sample belongs to a class.
    var hasClasses: Bool {
        if case .labels = train.targets { !classes.isEmpty } else { false }
    }

    /// Tells whether one unit may answer for two classes.
    var isYesOrNo: Bool { hasClasses && classes.count == 2 }

    /// The class of a sample, where it has one.
    func label(of row: Int, in split: Split) -> Int? {
        guard case .labels(let labels) = split.targets, labels.indices.contains(row) else { return nil }
        let label = Int(labels[row])
        return classes.indices.contains(label) ? label : nil
    }

    /// The numbers that a sample stands for, where these are to be learnt.
    func values(of row: Int, in split: Split) -> [Float] {
        guard case .values(let values) = split.targets, 0..<values.count ~= row else { return [] }
        return Array(values[row])
    }

    /// The features of a sample as a network sees them, where they are numbers with names.
    func numbers(of row: Int, in split: Split) -> [Float] {
        guard case .dense(let rows) = split.inputs, 0..<rows.count ~= row else { return [] }
        return Array(rows[row])
    }

    /// The columns of the inputs; numbered where nobody named them.
    var columns: [Feature] {
        guard case .dense(let rows) = train.inputs, picture == nil else { return [] }
        return features.count == rows.columns ? features : (0..<rows.columns).map { Feature("\($0)") }
    }

    /// The values to be learnt; numbered where nobody named them.
    var learnt: [Feature] {
        guard case .values(let rows) = train.targets else { return [] }
        return values.count == rows.columns ? values : (0..<rows.columns).map { Feature("value \($0)") }
    }

    /// The label or the values of a sample, in words: `3 apple`, `$228,400`.
    func truth(of row: Int, in split: Split) -> String {
        if let label = label(of: row, in: split) { return name(of: label) }
        return zip(learnt, values(of: row, in: split)).map { $0.text($1) }.joined(separator: ", ")
    }

    /// A class with its number, `3 apple`; the number alone where that is also its name.
    func name(of label: Int) -> String {
        guard classes.indices.contains(label) else { return "\(label)" }
        return classes[label] == "\(label)" ? "\(label)" : "\(label) \(classes[label])"
    }

    /// The things to learn, in a few words: `46 topics`, `13 features, k$`.
    var task: String {
        guard !hasClasses else { return Format.count(classes.count, nouns.label, nouns.labels) }
        let what = learnt.map { $0.unit.isEmpty ? $0.name : $0.unit }.joined(separator: ", ")
        return "\(Format.count(train.inputs.columns, "feature", "features")), \(what)"
    }
}
