import CTerminal

extension Terminal {
    /// The outcome of copying a text to the clipboard.
    public enum Copying: Equatable, Sendable {
        /// It was sent; a terminal doesn't say whether it took it.
        case sent
        /// The terminal has no way to the clipboard.
        case unknown
        /// It is longer than terminals take.
        case tooLong
        /// The terminal takes nothing at the moment.
        case busy
    }

    /// The longest text that terminals take for the clipboard, in bytes of UTF-8.
    public static let copyLimit = 75_000

    /// Hands text to the clipboard of whoever sits at the terminal, also through ssh, tmux and screen (OSC 52).
    ///
    /// tmux hands it on where its option `set-clipboard` is `on`, or `allow-passthrough` is.
    ///
    /// - Parameter text: The text, at most ``copyLimit`` bytes of UTF-8.
    /// - Returns: The outcome.
    public mutating func copy(_ text: String) -> Copying {
        var text = text
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                switch terminal_copy(characters.baseAddress, characters.count) {
                case TERMINAL_COPIED: .sent
                case TERMINAL_COPY_TOO_LONG: .tooLong
                case TERMINAL_COPY_BUSY: .busy
                default: .unknown
                }
            }
        }
    }
}
