import Datasets

/// The column of the history that a callback watches, and its good direction (Keras' `MonitorCallback`).
struct Monitor: Hashable, Sendable {
    /// The direction in which a number is to go.
    enum Mode: String, CaseIterable {
        /// As what is measured wants it: losses and errors down, accuracies up.
        case auto
        case min, max
    }

    /// The column: `val_loss`.
    var key = "val_loss"
    /// The direction in which the column is to go.
    var mode = Mode.auto
    /// The size that a change must exceed to count; its sign doesn't matter.
    var minDelta: Double

    /// A value that was read from a record.
    struct Reading {
        /// The epoch of the record, counted from 1.
        var epoch: Int
        /// The measured value.
        var value: Double
        /// Tells whether more is better.
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

    /// Tells whether a value is better than another by more than ``minDelta``; any is better than none.
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

    /// Describes what is wrong with the column for a run that measures these metrics.
    ///
    /// - Parameters:
    ///   - name: The name of the callback that watches.
    ///   - keys: The names of the model's metrics.
    ///   - validates: `true` if samples are set aside for validation.
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
