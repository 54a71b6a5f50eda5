/// The three uses of a data set's samples.
public enum DataPart: String, CaseIterable, Sendable {
    /// The samples that the network learns from.
    case train
    /// The samples that show, after each epoch, how well it does on what it has not learnt: taken from the front of
    /// the training split, as in the book (section 4.2.4).
    case validation
    /// The samples that it is judged by at the end.
    case test
}

extension Dataset {
    /// The split that a part belongs to.
    ///
    /// Validation samples keep the numbers that they have in the training split.
    public func split(of part: DataPart) -> Split {
        part == .test ? test : train
    }

    /// The numbers of a part's samples within its split.
    ///
    /// - Parameters:
    ///   - part: The part.
    ///   - validation: The number of training samples set aside; if there are fewer, all of them.
    /// - Returns: A range that may be empty.
    public func rows(of part: DataPart, validation: Int) -> Range<Int> {
        let validation = min(max(0, validation), train.count)
        return switch part {
        case .train: validation..<train.count
        case .validation: 0..<validation
        case .test: 0..<test.count
        }
    }
}
