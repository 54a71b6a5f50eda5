extension Duration {
    /// The time in milliseconds, rounded up, so that a wait never ends too early and spins.
    var milliseconds: Int32 {
        let (seconds, rest) = components
        guard seconds < 1_000_000 else { return 1_000_000_000 }
        return Swift.max(0, Int32(seconds * 1000 + (rest + 999_999_999_999_999) / 1_000_000_000_000_000))
    }
}
