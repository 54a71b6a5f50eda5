extension Key {
    /// The key that made a terminal send a character.
    ///
    /// Returns `nil` for what no key means, such as a mark without a letter.
    init?(typed scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0: self = .control(" ")
        case 8, 127: self = .backspace
        case 9: self = .tab
        case 10, 13: self = .enter
        case 27: self = .escape
        case 1...26:
            // Ctrl and a letter send the letter's place in the alphabet.
            self = .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
        case 28...31:
            self = .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
        default:
            let character = Character(scalar)
            guard character.printable == character else { return nil }
            self = .character(character)
        }
    }

    /// The key that made a terminal send escape and a character.
    ///
    /// Returns `nil` for what no key means.
    init?(alted scalar: Unicode.Scalar) {
        switch Key(typed: scalar) {
        case .character(let character): self = .alt(character)
        case .backspace: self = .altBackspace
        default: return nil
        }
    }
}
