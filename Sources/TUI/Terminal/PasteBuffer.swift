/// Text from the clipboard, made harmless and kept within bounds while it arrives.
struct PasteBuffer {
    /// The largest number of bytes of UTF-8 that are kept; the rest is dropped.
    static let limit = 65_536

    private var scalars = String.UnicodeScalarView()
    private var bytes = 0
    private var endedInReturn = false
    /// Once full it stays full, so that nothing is missing from the middle.
    private var isFull = false

    /// The text so far.
    var text: String { String(scalars) }

    /// Takes one character more.
    ///
    /// Terminals send `\r` for a line's end, and pass `\n` or both on from some sources: each becomes one `\n`.
    mutating func append(_ scalar: Unicode.Scalar) {
        guard !isFull else { return }
        let isSecondHalf = endedInReturn && scalar == "\n"
        endedInReturn = scalar == "\r"
        guard !isSecondHalf else { return }
        let kept: Unicode.Scalar =
            switch scalar {
            case "\r", "\n": "\n"
            case "\t": " "
            default: scalar.isHarmful ? "·" : scalar
            }
        bytes += UTF8.width(kept)
        isFull = bytes > Self.limit
        if !isFull { scalars.append(kept) }
    }
}

extension Unicode.Scalar {
    /// Tells whether a terminal or a reader could be led astray by it.
    ///
    /// Joiners stay: names are written with them.
    fileprivate var isHarmful: Bool {
        switch properties.generalCategory {
        case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
        case .format: value != 0x200C && value != 0x200D
        default: false
        }
    }
}
