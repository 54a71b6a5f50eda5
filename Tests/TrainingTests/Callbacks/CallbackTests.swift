import Datasets
import Testing

@testable import Training

@Suite struct `A callback` {
    private func run(_ text: String, _ values: [Double?], key: String = "val_loss") throws -> WatchedRun {
        var run = WatchedRun(try Callback(text: text))
        for value in values where run.stopped == nil { try run.endEpoch(key, value) }
        run.end()
        return run
    }

    private func problems(
        _ text: String, metrics: [String] = ["accuracy"], validates: Bool = true, hasSchedule: Bool = false
    ) throws -> [String] {
        try Callback(text: text).problems(metrics: metrics, validates: validates, hasSchedule: hasSchedule)
    }

    // MARK: Text

    @Test(arguments: [
        "EarlyStopping", "EarlyStopping(patience=3, restore_best_weights=true)",
        "EarlyStopping(monitor=val_accuracy, min_delta=0.01, patience=2, mode=max, baseline=0.5, restore_best_weights=true, start_from_epoch=4)",
        "ReduceLROnPlateau",
        "ReduceLROnPlateau(monitor=loss, factor=0.5, patience=2, mode=min, min_delta=0.01, cooldown=3, min_lr=0.00001)",
        "TerminateOnNaN",
    ])
    func `reads back what it writes`(text: String) throws {
        let callback = try Callback(text: text)
        #expect(callback.text == text.replacing("0.00001", with: "1e-05"))
        #expect(try Callback(text: callback.text) == callback)
        #expect(Callback.names.contains(callback.name))
    }

    @Test func `leaves out what is at Keras' default`() throws {
        let spelt = try Callback(
            text: "early_stopping(monitor=\"val_loss\", patience=0, mode=auto, baseline=none)")
        #expect(spelt.text == "EarlyStopping")
        #expect(spelt == (try Callback.named("EarlyStopping")))
        #expect(try Callback.named("reduce_lr_on_plateau").name == "ReduceLROnPlateau")
    }

    @Test(arguments: [
        ("EarlyStoping", "There is no callback called “EarlyStoping”. Did you mean “EarlyStopping”?"),
        (
            "Checkpoint",
            "There is no callback called “Checkpoint”. Choose one of EarlyStopping, ReduceLROnPlateau, TerminateOnNaN."
        ),
        (
            "EarlyStopping(patence=3)",
            "“EarlyStopping” has no argument “patence”. Did you mean “patience”?"
        ),
        (
            "EarlyStopping(mode=up)",
            "“mode” of “EarlyStopping” is up, but must be auto, min or max."
        ),
        (
            "EarlyStopping(patience=soon)",
            "“patience” of “EarlyStopping” is soon, but must be a whole number."
        ),
        ("TerminateOnNaN(1)", "“TerminateOnNaN” takes no arguments; remove “1”."),
    ])
    func `is refused in words where it can't be read`(text: String, message: String) {
        let error = #expect(throws: TermError.self) { try Callback(text: text) }
        #expect(error?.description == message)
    }

    // MARK: Problems

    @Test func `has no problems where it can do its work`() throws {
        for name in Callback.names { #expect(try problems(name) == []) }
        #expect(try problems("EarlyStopping(monitor=loss)", validates: false) == [])
        #expect(try problems("EarlyStopping(monitor=val_accuracy)") == [])
        #expect(try problems("TerminateOnNaN", metrics: [], validates: false, hasSchedule: true) == [])
    }

    @Test(arguments: [
        (
            "EarlyStopping(monitor=val_los)",
            "EarlyStopping watches val_los, which is not measured. Did you mean “val_loss”?"
        ),
        (
            "ReduceLROnPlateau(monitor=precision)",
            "ReduceLROnPlateau watches precision, which is not measured. Choose one of loss, accuracy, val_loss, val_accuracy."
        ),
        ("EarlyStopping(patience=-1)", "The patience of EarlyStopping is -1; make it at least 0."),
        (
            "ReduceLROnPlateau(factor=1)",
            "The factor of ReduceLROnPlateau is 1; make it from 0 to less than 1."
        ),
        ("ReduceLROnPlateau(cooldown=-2)", "The cooldown of ReduceLROnPlateau is -2; make it at least 0."),
    ])
    func `says what is wrong with its settings`(text: String, problem: String) throws {
        #expect(try problems(text) == [problem])
    }

    @Test func `says where nothing is kept to validate with`() throws {
        #expect(
            try problems("EarlyStopping(monitor=val_accuracy)", validates: false) == [
                "EarlyStopping watches val_accuracy, but no samples are kept for validation. Keep some with validation, or monitor accuracy."
            ])
    }

    @Test func `says that it can't change a learning rate that a schedule decides`() throws {
        #expect(
            try problems("ReduceLROnPlateau", hasSchedule: true) == [
                "ReduceLROnPlateau can't change a learning rate that follows a schedule. Remove one of the two."
            ])
    }

    // MARK: Reasons

    @Test func `says why it stops`() throws {
        let losses = [1.0, 0.93123, 0.95, 0.94, 0.97]
        #expect(
            try run("EarlyStopping(patience=3)", losses).reasons == [
                "EarlyStopping: val_loss has not improved on 0.9312 (epoch 2) for 3 epochs."
            ])
        #expect(
            try run("EarlyStopping", losses).reasons == [
                "EarlyStopping: val_loss has not improved on 0.9312 (epoch 2) for 1 epoch."
            ])
        #expect(
            try run("EarlyStopping(baseline=0.5, patience=2)", losses).reasons == [
                "EarlyStopping: val_loss has not got past the baseline 0.5 in 3 epochs."
            ])
    }

    @Test func `says why it reduces the learning rate`() throws {
        #expect(
            try run("ReduceLROnPlateau(patience=2)", [0.5, 0.5, 0.49995]).reasons == [
                "ReduceLROnPlateau: val_loss has not improved on 0.5000 (epoch 1) for 2 epochs, so the learning rate goes from 0.001 to 0.0001."
            ])
    }

    @Test func `says which batch had no finite loss`() throws {
        var state = try Callback.named("TerminateOnNaN").begin()
        #expect(state.batchEnded(loss: 0.5, epoch: 2, batch: 6) == [])
        #expect(
            state.batchEnded(loss: .nan, epoch: 2, batch: 7) == [
                .stop(reason: "TerminateOnNaN: the loss of batch 7 of epoch 2 is not a number.")
            ])
        #expect(
            state.batchEnded(loss: -.infinity, epoch: 2, batch: 8) == [
                .stop(reason: "TerminateOnNaN: the loss of batch 8 of epoch 2 is infinite.")
            ])
    }

    // MARK: Traced by hand through Keras' source

    @Test func `puts back the best weights also where the run ends by itself`() throws {
        let run = try run("EarlyStopping(patience=9, restore_best_weights=true)", [1, 0.5, 0.6, 0.7])
        #expect(run.stopped == nil)
        #expect(run.weightsOfEpoch == 2)
    }

    @Test func `never stops after the first epoch`() throws {
        #expect(try run("EarlyStopping", [.nan, .nan]).stopped == 2)
        #expect(try run("EarlyStopping(start_from_epoch=3)", [5, 6, 7, 8, 9]).stopped == 5)
    }

    @Test func `waits through epochs without validation`() throws {
        #expect(try run("EarlyStopping(patience=2)", [1, nil, 2, nil, 3]).stopped == 5)
    }

    @Test func `takes metrics that should rise for what they are`() throws {
        #expect(
            try run("EarlyStopping(monitor=val_accuracy)", [0.5, 0.6, 0.55], key: "val_accuracy").stopped == 3
        )
        #expect(
            try run("EarlyStopping(monitor=val_accuracy, mode=min)", [0.5, 0.6], key: "val_accuracy").stopped
                == 2)
    }
}

@Suite struct `The callbacks of a run` {
    private func record(_ epoch: Int, _ loss: Double) -> EpochRecord {
        EpochRecord(
            index: epoch, training: Metrics(loss: loss), validation: Metrics(loss: loss), seconds: 1,
            learningRate: 1)
    }

    @Test func `see the learning rate as those before them left it`() throws {
        let callback = try Callback(text: "ReduceLROnPlateau(patience=1, factor=0.5)")
        var callbacks = RunningCallbacks([callback, callback])
        #expect(callbacks.epochEnded(record(1, 1)) == [])
        let rates = callbacks.epochEnded(record(2, 1)).map { action in
            if case .setLearningRate(let rate, _) = action { rate } else { Double.nan }
        }
        #expect(rates == [0.5, 0.25])
    }

    @Test func `keep the weights of the last one that wants some kept`() throws {
        var callbacks = RunningCallbacks([
            try Callback(text: "EarlyStopping(restore_best_weights=true, mode=max, patience=9)"),
            try Callback(text: "EarlyStopping(restore_best_weights=true, patience=9)"),
            try Callback(text: "EarlyStopping(patience=9)"),
        ])
        #expect(callbacks.epochEnded(record(1, 1)) == [.keepWeights])
        #expect(callbacks.epochEnded(record(2, 2)) == [])
        #expect(callbacks.epochEnded(record(3, 0.5)) == [.keepWeights])
        #expect(callbacks.runEnded() == [.restoreWeights(epoch: 3)])
    }

    @Test func `keep the weights of an earlier one as long as a later one has kept none`() throws {
        var callbacks = RunningCallbacks([
            try Callback(text: "EarlyStopping(restore_best_weights=true, patience=9)"),
            try Callback(text: "EarlyStopping(restore_best_weights=true, start_from_epoch=99)"),
        ])
        #expect(callbacks.epochEnded(record(1, 1)) == [.keepWeights])
        #expect(callbacks.epochEnded(record(2, 2)) == [])
        #expect(callbacks.runEnded() == [.restoreWeights(epoch: 1)])
    }

    @Test func `are silent where there are none`() {
        var callbacks = RunningCallbacks()
        #expect(callbacks.batchEnded(loss: .nan, epoch: 1, batch: 1) == [])
        #expect(callbacks.epochEnded(record(1, .nan)) == [])
        #expect(callbacks.runEnded() == [])
    }
}
