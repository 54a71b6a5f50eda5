import Training

/// The network as a table, and below it how it is trained.
struct PlainModel: PlainText {
    let experiment: Experiment
    let pace: Pace
    let inputs: Int
    let problems: [ModelProblem]
    /// The state of its layers at the end of the last run's newest epoch.
    let health: [LayerHealth]

    var lines: [String] {
        let table = PlainTable(
            head: ["", "layer", "units", "activation", "output", "parameters"],
            rows: experiment.model.summary(inputs: inputs).enumerated().map { place, layer in
                [
                    "\(place)", layer.name, Format.grouped(layer.units), layer.detail, layer.outputShape,
                    Format.grouped(layer.parameters),
                ]
            }, leftColumns: [1, 3])
        let layers = Format.count(experiment.model.layers.count, "layer", "layers")
        let parameters = Format.grouped(experiment.model.parameterCount(inputs: inputs))
        let settings = ModelField.settings(of: experiment).flatMap(\.self).map {
            "\($0.name(in: experiment)): \($0.value(in: experiment, pace: pace))"
        }
        let callbacks = experiment.callbacks.map { "callback: \($0.text)" }
        return ["Model: \(layers), \(Format.grouped(inputs)) inputs, \(parameters) parameters."] + table.lines
            + health.map(Self.line) + settings + callbacks + problems.map { "Problem: \($0.message)" }
    }

    private static func line(of layer: LayerHealth) -> String {
        let dead = layer.deadUnits.map { ", \(Format.percent($0)) of its units dead" } ?? ""
        return
            "\(layer.name): the size of its gradient \(Format.fixed(layer.gradientNorm, 3)), of its weights "
            + Format.fixed(layer.weightNorm, 2) + dead
    }
}
