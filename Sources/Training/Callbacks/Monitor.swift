import Datasets

/// What a callback watches: a column of the history, and which way it is to go (Keras' `MonitorCallback`).
struct Monitor: Hashable, Sendable {
    /// Which way a number is to go.
    enum Mode: String, CaseIterable {
        /// As what is measured wants it: losses and errors down, accuracies up.
        case auto
        case min, max
    }

    /// The column: `val_loss`.
    var key = "val_loss"
    /// Which way it is to go.
    var mode = Mode.auto
    /// What a change must exceed to count; its sign doesn't matter.
    var minDelta: Double

    /// What was read from a record.
    struct Reading {
        /// Which epoch's, counted from 1.
        var epoch: Int
        /// What was measured.
        var value: Double
        /// Whether more is better.
        var grows: Bool
    }

    /// Reads the column; `nil` where it was not measured.
    func reading(of record: EpochRecord) -> Reading? {
        let isValidation = key.hasPrefix(Self.prefix)
        let name = isValidation ? String(key.dropFirst(Self.prefix.count)) : key
        guard let metrics = isValidation ? record.validation : record.training else { return nil }
        guard name != "loss" else { return reading(record.index, metrics.loss, grows: false) }
        guard let entry = metrics.values.first(where: { $0.metric.name == name }) else { return nil }
        return reading(record.index, entry.value, grows: entry.metric.grows)
    }

    private func reading(_ epoch: Int, _ value: Double, grows: Bool) -> Reading {
        Reading(epoch: epoch, value: value, grows: mode == .auto ? grows : mode == .max)
    }

    /// Whether a value is better than another by more than ``minDelta``; anything is better than nothing.
    ///
    /// As in Keras a value that is not a number is never better, and nothing is ever better than it.
    func isImprovement(_ reading: Reading, over reference: Double?) -> Bool {
        guard let reference else { return true }
        // Keras compares tensors of float32: what is below their rounding is no improvement.
        return reading.grows
            ? Float(reading.value - abs(minDelta)) > Float(reference)
            : Float(reading.value + abs(minDelta)) < Float(reference)
    }

    /// That nothing has been better than the best so far, as the beginning of a sentence.
    func stagnation(since best: Reading?) -> String {
        guard let best else { return "\(key) has not improved" }
        return "\(key) has not improved on \(best.value.text(decimals: 4)) (epoch \(best.epoch))"
    }

    private static let prefix = "val_"

    /// What is wrong with the column for a run that measures these, in words.
    ///
    /// - Parameters:
    ///   - name: Who watches.
    ///   - keys: The names of the model's metrics.
    ///   - validates: Whether samples are set aside for validation.
    /// - Returns: A sentence that says what to do, or `nil`.
    func problem(of name: String, metrics keys: [String], validates: Bool) -> String? {
        let training = ["loss"] + keys
        let validation = training.map { Self.prefix + $0 }
        if training.contains(key) || validates && validation.contains(key) { return nil }
        guard validation.contains(key) else {
            let suggestion = TermError.suggestion(
                for: key, among: validates ? training + validation : training)
            return "\(name) watches \(key), which is not measured. \(suggestion)"
        }
        return "\(name) watches \(key), but no samples are kept for validation. "
            + "Keep some with validation, or monitor \(key.dropFirst(Self.prefix.count))."
    }
}

extension Monitor.Mode: SettingValue {
    static let expected = "auto, min or max"

    static func read(_ value: Term.Value) -> Monitor.Mode? {
        String.read(value).flatMap(Monitor.Mode.init(rawValue:))
    }

    var written: Term.Value { rawValue.written }
}
