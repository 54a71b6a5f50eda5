/// One thing that is done to a data set's numbers before a network sees them: `normalize`, `divide(255)`.
///
/// A person still sees the numbers as they were measured: each ``Feature`` remembers how to get back.
public enum Preprocessing: Hashable, Sendable, TermConvertible {
    /// Subtracts from each feature its mean over the training split and divides by its standard deviation there: the
    /// book's feature-wise normalization (section 4.3.2).
    case normalize
    /// Divides every number of the inputs.
    case divide(Double)
    /// Divides every number to be learnt, so that the outputs of a network need not be large.
    case divideTargets(Double)
    /// Keeps the first samples of each split.
    case first(train: Int, test: Int)

    /// The names of the steps.
    public static let names = ["normalize", "divide", "divide_targets", "first"]
    /// The word for no step at all, which stands alone.
    public static let none = "none"

    /// Reads a term such as `first(train=6000, test=1000)`.
    public init(term: Term) throws {
        var reader = TermReader(term)
        func divisor(_ value: Double?) throws -> Double {
            guard let value else { throw TermError.missingArgument("by", of: term.name) }
            guard value != 0, value.isFinite else {
                throw TermError.wrongArgument(
                    "by", of: term.name, found: "\(value)", expected: "a number other than 0")
            }
            return value
        }
        func count(_ value: Int?, _ label: String) throws -> Int {
            guard let value else { throw TermError.missingArgument(label, of: term.name) }
            guard value > 0 else {
                throw TermError.wrongArgument(label, of: term.name, found: "\(value)", expected: "at least 1")
            }
            return value
        }
        switch term.name {
        case "normalize": self = .normalize
        case "divide": self = .divide(try divisor(reader.number("by", at: 0)))
        case "divide_targets": self = .divideTargets(try divisor(reader.number("by", at: 0)))
        case "first":
            let train = try count(reader.integer("train", at: 0), "train")
            self = .first(train: train, test: try count(reader.integer("test", at: 1), "test"))
        case Self.none:
            throw TermError.malformed(text: Self.none, at: 0, expected: "it alone, or the steps without it")
        default:
            throw TermError.unknownName(
                term.name, kind: "preprocessing", choices: Self.names + [Self.none])
        }
        try reader.finish()
    }

    /// The step as a term.
    public var term: Term {
        switch self {
        case .normalize: Term("normalize")
        case .divide(let by): Term("divide", [.init(nil, .number(by))])
        case .divideTargets(let by): Term("divide_targets", [.init(nil, .number(by))])
        case .first(let train, let test):
            Term("first", [.init("train", .number(Double(train))), .init("test", .number(Double(test)))])
        }
    }
}

extension Dataset {
    /// The data set as a network is to see it.
    ///
    /// - Parameter steps: The steps, in the order in which they are done.
    /// - Returns: A data set whose features remember how to get back.
    /// - Throws: ``PreprocessingError`` where a step has nothing to act on.
    public func preprocessed(by steps: [Preprocessing]) throws -> Dataset {
        var dataset = self
        for step in steps { try dataset.apply(step) }
        return dataset
    }

    private mutating func apply(_ step: Preprocessing) throws {
        switch step {
        case .normalize:
            let rows = try denseInputs(for: step)
            let (means, deviations) = rows.statistics
            scaleInputs(subtracting: means, dividingBy: deviations)
        case .divide(let divisor):
            let columns = try denseInputs(for: step).columns
            scaleInputs(
                subtracting: [Double](repeating: 0, count: columns),
                dividingBy: [Double](repeating: divisor, count: columns))
        case .divideTargets(let divisor): try divideTargets(by: divisor, step)
        case .first(let train, let test):
            (self.train, self.test) = (self.train.first(train), self.test.first(test))
        }
        preprocessing.append(step)
    }

    private func denseInputs(for step: Preprocessing) throws -> DenseRows {
        guard case .dense(let rows) = train.inputs else {
            throw PreprocessingError.onlyForNumbers(step, dataset: title)
        }
        return rows
    }

    private mutating func scaleInputs(subtracting means: [Double], dividingBy divisors: [Double]) {
        train = train.scaled(subtracting: means, dividingBy: divisors)
        test = test.scaled(subtracting: means, dividingBy: divisors)
        for place in features.indices {
            features[place].offset += means[place] * features[place].scale
            features[place].scale *= divisors[place]
        }
    }

    private mutating func divideTargets(by divisor: Double, _ step: Preprocessing) throws {
        guard case .values(let rows) = train.targets, case .values(let others) = test.targets else {
            throw PreprocessingError.onlyForValues(step, dataset: title)
        }
        let divisors = [Double](repeating: divisor, count: rows.columns)
        let means = [Double](repeating: 0, count: rows.columns)
        train = Split(
            inputs: train.inputs,
            targets: .values(rows.scaled(subtracting: means, dividingBy: divisors)), texts: train.texts)
        test = Split(
            inputs: test.inputs,
            targets: .values(others.scaled(subtracting: means, dividingBy: divisors)), texts: test.texts)
        for place in values.indices { values[place].scale *= divisor }
    }
}

/// A reason why a data set can't be made ready for a network.
public enum PreprocessingError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The step works on tables of numbers, and the samples are none.
    case onlyForNumbers(Preprocessing, dataset: String)
    /// The step works on numbers to be learnt, and classes are to be learnt.
    case onlyForValues(Preprocessing, dataset: String)

    /// One sentence: what can't be done, and what to do instead.
    public var description: String {
        switch self {
        case .onlyForNumbers(let step, let dataset):
            "“\(step.text)” needs samples that are rows of numbers, but those of \(dataset) are texts. Leave it out."
        case .onlyForValues(let step, let dataset):
            "“\(step.text)” needs numbers to be learnt, but those of \(dataset) are classes. Leave it out."
        }
    }
}

extension Split {
    fileprivate func scaled(subtracting means: [Double], dividingBy divisors: [Double]) -> Split {
        guard case .dense(let rows) = inputs else { return self }
        return Split(
            inputs: .dense(rows.scaled(subtracting: means, dividingBy: divisors)), targets: targets,
            texts: texts)
    }

    /// The first samples; all of them where there are no more.
    fileprivate func first(_ count: Int) -> Split {
        let rows = 0..<min(count, self.count)
        let targets: Targets =
            switch targets {
            case .labels(let labels): .labels(Array(labels[rows]))
            case .values(let values): .values(values.rows(rows))
            }
        return Split(inputs: inputs.rows(rows), targets: targets, texts: texts?.first(rows.count))
    }
}

extension DenseRows {
    /// Mean and standard deviation of each column, as numpy works them out (`ddof=0`); a column that is always the same
    /// counts as having a deviation of 1, so that it can be divided by.
    var statistics: (means: [Double], deviations: [Double]) {
        var means = [Double](repeating: 0, count: columns)
        var deviations = means
        let count = Double(max(1, self.count))
        for (place, value) in values.enumerated() { means[place % columns] += Double(value) }
        for column in means.indices { means[column] /= count }
        for (place, value) in values.enumerated() {
            let rest = Double(value) - means[place % columns]
            deviations[place % columns] += rest * rest
        }
        for column in deviations.indices {
            let deviation = (deviations[column] / count).squareRoot()
            deviations[column] = deviation > 0 ? deviation : 1
        }
        return (means, deviations)
    }

    fileprivate func scaled(subtracting means: [Double], dividingBy divisors: [Double]) -> DenseRows {
        var values = values
        for row in 0..<count {
            for column in 0..<columns {
                let place = row * columns + column
                values[place] = Float((Double(values[place]) - means[column]) / divisors[column])
            }
        }
        return DenseRows(columns: columns, values: values)
    }
}
