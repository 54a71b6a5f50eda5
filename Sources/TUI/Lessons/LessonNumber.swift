import Datasets
import Glibc

/// Numbers as the lessons write them: very small ones as what they are.
enum LessonNumber {
    /// A share from 0 to 1; only nothing is 0, and only all is 1.
    static func share(_ value: Double) -> String {
        if value == 0 || value == 1 { return Format.fixed(value, 0) }
        return abs(value) < 0.001 ? Format.scientific(value, 2) : Format.fixed(value, 4)
    }

    /// A number of any size in about four digits.
    static func plain(_ value: Double) -> String {
        guard value != 0, value.isFinite else { return value == 0 ? "0" : value.spelt }
        let size = abs(value)
        if size < 0.001 || size >= 100_000 { return Format.scientific(value, 2) }
        return Format.fixed(value, size < 10 ? 4 : 2)
    }

    /// A loss, in nats.
    static func loss(_ value: Double) -> String {
        guard value.isFinite, value != 0 else { return value == 0 ? "0" : value.spelt }
        return value < 0.001 ? Format.scientific(value, 2) : Format.fixed(value, 3)
    }
}
