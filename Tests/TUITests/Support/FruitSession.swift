import Datasets

@testable import TUI
@testable import Training

extension PlainSession {
    /// A session on made-up fruit, which is still to be loaded.
    static func onFruit(
        isInteractive: Bool = false, isScript: Bool = false, cutOff: Int = 0
    ) -> PlainSession {
        var experiment = Experiment(dataset: Term("fruit"), model: Model(layers: []))
        experiment.settings.validation = 100
        return PlainSession(
            Dashboard(experiment: experiment, size: Size(120, 60), keymap: .withoutKeys),
            isInteractive: isInteractive, isScript: isScript, cutOff: cutOff)
    }

    /// A session on made-up fruit, which is there.
    static func withFruit(isInteractive: Bool = false, isScript: Bool = false) -> PlainSession {
        var session = onFruit(isInteractive: isInteractive, isScript: isScript)
        _ = session.take(.loaded(Fixture.dataset))
        return session
    }
}
