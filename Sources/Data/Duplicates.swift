/// Samples that are exactly alike, within a split or across the two.
///
/// Texts are alike when their words are, in order; other samples when all their numbers are.
public struct Duplicates: Equatable, Sendable {
    /// One of several samples that are alike.
    public struct Member: Hashable, Sendable {
        /// Tells whether it belongs to the test split rather than to the training split.
        public var isTest: Bool
        /// Its number within that split.
        public var row: Int
        /// Its class; -1 where numbers are to be learnt.
        public var label: Int32

        /// Names a sample.
        public init(isTest: Bool, row: Int, label: Int32) {
            (self.isTest, self.row, self.label) = (isTest, row, label)
        }
    }

    /// Samples that are alike, those of the training split first, at least two.
    public struct Group: Equatable, Sendable {
        /// The samples in their order.
        public var members: [Member]

        /// Tells whether two of them have different labels: one of these must be wrong.
        public var isContradiction: Bool { Set(members.map(\.label)).count > 1 }
        /// Tells whether both splits have one of them, so that a network is judged by a sample that it learns
        /// from.
        public var isLeak: Bool { Set(members.map(\.isTest)).count > 1 }
    }

    /// The groups, those with different labels first, and else in the order of their first samples.
    public let groups: [Group]

    /// The groups whose labels differ.
    public var contradictions: [Group] { groups.filter(\.isContradiction) }
    /// The number of test samples that the training split has, too.
    public var leakedTestSamples: Int {
        groups.filter(\.isLeak).reduce(0) { $0 + $1.members.count(where: \.isTest) }
    }

    /// Looks for samples that are alike.
    ///
    /// - Parameter dataset: The data set, both of its splits.
    public init(in dataset: Dataset) {
        var finder = DuplicateFinder()
        finder.add(dataset.train, isTest: false)
        finder.add(dataset.test, isTest: true)
        let groups = finder.groups(of: dataset)
        self.groups = groups.filter(\.isContradiction) + groups.filter { !$0.isContradiction }
    }
}

/// Sorts samples by what they are.
private struct DuplicateFinder {
    private struct Place {
        var isTest: Bool
        var row: Int
    }

    /// The samples by a hash of what they are.
    private var places: [Int: [Place]] = [:]

    mutating func add(_ split: Split, isTest: Bool) {
        for row in 0..<split.count {
            var hasher = Hasher()
            split.withBytes(of: row) { hasher.combine(bytes: $0) }
            places[hasher.finalize(), default: []].append(Place(isTest: isTest, row: row))
        }
    }

    /// The samples that are alike not only by their hashes.
    func groups(of dataset: Dataset) -> [Duplicates.Group] {
        let groups = places.values.filter { $0.count > 1 }.flatMap { places in
            var groups: [[Duplicates.Member]] = []
            for place in places {
                let split = place.isTest ? dataset.test : dataset.train
                let labels = split.labels
                let member = Duplicates.Member(
                    isTest: place.isTest, row: place.row, label: labels.isEmpty ? -1 : labels[place.row])
                let same = groups.firstIndex { group in
                    let other = group[0].isTest ? dataset.test : dataset.train
                    return split.isSame(place.row, as: group[0].row, of: other)
                }
                if let same { groups[same].append(member) } else { groups.append([member]) }
            }
            return groups.filter { $0.count > 1 }.map(Duplicates.Group.init(members:))
        }
        return groups.sorted { left, right in
            let (left, right) = (left.members[0], right.members[0])
            return (left.isTest ? 1 : 0, left.row) < (right.isTest ? 1 : 0, right.row)
        }
    }
}

extension Split {
    /// Lends what a sample is, as bytes.
    fileprivate func withBytes<Result>(of row: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        if let texts { return texts[row].withUnsafeBytes(body) }
        switch inputs {
        case .sparse(let rows): return rows[row].withUnsafeBytes(body)
        case .dense(let rows): return rows[row].withUnsafeBytes(body)
        }
    }

    fileprivate func isSame(_ row: Int, as other: Int, of split: Split) -> Bool {
        withBytes(of: row) { mine in split.withBytes(of: other) { mine.elementsEqual($0) } }
    }
}
