extension Character {
    /// Stands for what must not reach the terminal: control characters, escape sequences, marks that turn the
    /// direction of writing.
    static let harmless: Character = "·"

    /// Stands for what a terminal without UTF-8 can't show; a question mark is an unknown word.
    static let beyondASCII: Character = "_"

    /// The most code points that a cell of the terminal holds.
    private static let mostScalars = 8

    /// The most columns that a character may take: a Devanagari cluster of four letters with its vowel takes five.
    private static let mostColumns = 6

    /// The character as a terminal can print it without obeying it, or ``harmless``.
    ///
    /// Letters stay without the marks behind them that nobody sees, such as joiners where nothing joins.
    var printable: Character {
        // Nearly all text is ASCII, and a frame asks this of every cell.
        if utf8.count == 1 { return utf8.first?.isPrintable == true ? self : Self.harmless }
        if isDrawing { return self }
        guard let first = unicodeScalars.first(where: \.isPrintable), first.columns > 0,
            let shown = isVisible(behind: first) ? self : visible(behind: first),
            shown.unicodeScalars.count <= Self.mostScalars, shown.columns <= Self.mostColumns
        else { return Self.harmless }
        return shown
    }

    private func isVisible(behind first: Unicode.Scalar) -> Bool {
        unicodeScalars.allSatisfy { $0.isPrintable || $0.joins(to: first) }
    }

    /// The code points that are seen, or join what is seen, where they make one character.
    private func visible(behind first: Unicode.Scalar) -> Character? {
        var kept = String.UnicodeScalarView()
        kept.append(contentsOf: unicodeScalars.lazy.filter { $0.isPrintable || $0.joins(to: first) })
        let text = String(kept)
        return text.count == 1 ? text.first : nil
    }

    /// The columns that the character takes on a terminal.
    ///
    /// East Asian wide characters and pictures take two, flags and families of pictures, too. Letters with
    /// spacing marks, as in Devanagari, Tamil and Thai, take a column for each letter and spacing mark, as
    /// `wcwidth` counts them.
    var columns: Int {
        if utf8.count == 1 || isDrawing { return 1 }
        if unicodeScalars.count == 1 { return unicodeScalars.first?.columns ?? 1 }
        return isPicture ? 2 : max(1, unicodeScalars.reduce(0) { $0 + $1.columns })
    }

    /// Tells whether several code points make one picture: a flag, a family, a skin tone, a digit in a box.
    private var isPicture: Bool {
        guard let first = unicodeScalars.first else { return false }
        return unicodeScalars.dropFirst().contains { scalar in
            switch scalar.value {
            case 0xFE0F: first.properties.isEmoji
            case 0x200D, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F:
                first.properties.isEmojiPresentation
                    || (first.properties.isEmoji && first.value > 0xFF)
            case 0x1F1E6...0x1F1FF: 0x1F1E6...0x1F1FF ~= first.value
            case 0x20E3: first.properties.isEmoji
            default: false
            }
        }
    }
}

extension Character {
    /// Tells whether it is what lines, bars and dots are drawn with: U+2500 to U+25BF, or braille.
    fileprivate var isDrawing: Bool {
        guard utf8.count == 3, utf8.first == 0xE2 else { return false }
        let second = utf8[utf8.index(after: utf8.startIndex)]
        return 0x94...0x96 ~= second || 0xA0...0xA3 ~= second
    }
}

extension UInt8 {
    /// Tells whether it is an ASCII character that a terminal prints.
    var isPrintable: Bool { self >= 0x20 && self < 0x7F }
}

extension Unicode.Scalar {
    /// Tells whether it is invisible, and joins a character that begins with another to a letter form or a picture.
    fileprivate func joins(to first: Unicode.Scalar) -> Bool {
        switch value {
        case 0x200C, 0x200D: !first.isASCII
        // A black flag and letters that nobody sees are the flags of regions.
        case 0xE0020...0xE007F: first.value == 0x1F3F4
        default: false
        }
    }

    fileprivate var isPrintable: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            false
        default: true
        }
    }

    fileprivate var columns: Int {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: 0
        case _ where value < 0x1100: 1
        // Vowels and final consonants of Hangul stand within the syllable that the first consonant begins.
        case .otherLetter where 0x1160...0x11FF ~= value || 0xD7B0...0xD7FB ~= value: 0
        default: Self.wide.contains { $0.contains(value) } ? 2 : 1
        }
    }

    /// The ranges that Unicode 16's EastAsianWidth.txt calls W or F, gaps of unassigned characters included.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x231A...0x231B, 0x23E9...0x23EC, 0x2614...0x2615, 0x2E80...0x303E, 0x3041...0x33FF,
        0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
        0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FB,
        0x1F18E...0x1F19A, 0x1F200...0x1F320, 0x1F32D...0x1F64F, 0x1F680...0x1F6FC, 0x1F7E0...0x1F7F0,
        0x1F90C...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
    ]
}

extension StringProtocol {
    /// The text with a mark in place of every character that a terminal would obey rather than print.
    public var harmless: String { String(map(\.printable)) }

    /// The number of columns that the text takes on a terminal.
    var columns: Int {
        isPrintableASCII ? utf8.count : reduce(into: 0) { $0 += $1.printable.columns }
    }

    /// Tells whether each byte is a character that takes one column.
    private var isPrintableASCII: Bool {
        utf8.withContiguousStorageIfAvailable { $0.allSatisfy { $0.isPrintable } } ?? false
    }

    /// The text, cut to fit.
    ///
    /// - Parameters:
    ///   - columns: The number of columns.
    ///   - ellipsis: The mark at the end of a text that is cut off.
    /// - Returns: Text of at most that many columns.
    func clipped(to columns: Int, ellipsis: String = "…") -> String {
        // A text of n bytes never takes more than n columns, so short ones need no counting.
        if utf8.count <= columns { return String(self) }
        var result = ""
        var used = 0
        let room = columns - ellipsis.columns
        var kept = result
        for character in self {
            let width = character.printable.columns
            guard used + width <= columns else {
                return room < 0 ? String(ellipsis.prefix(Swift.max(0, columns))) : kept + ellipsis
            }
            result.append(character)
            used += width
            if used <= room { kept = result }
        }
        return result
    }
}
