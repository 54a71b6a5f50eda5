// Here, since this target is optimized in debug builds too: tests go through fifty million pixels.
extension [Float] {
    /// The sum, exact for whole numbers.
    package var sum: Double {
        var sum = 0.0
        for number in self { sum += Double(number) }
        return sum
    }

    /// Tells whether all are whole numbers from 0 to 255.
    package var areBytes: Bool {
        for number in self where !(number >= 0 && number <= 255 && number == number.rounded(.down)) {
            return false
        }
        return true
    }
}
