import Training

/// How the inspector's views are looked at.
struct InspectorState: Equatable, Sendable {
    /// Which class the one that is asked about is held against.
    enum Rival: Equatable, Sendable {
        /// None.
        case none
        /// The true one, or the likeliest of the others.
        case best
        case label(Int)
    }

    /// What is shown below the verdict.
    var view = InspectorView.sample
    var order = ClassOrder.probability
    /// Tells whether the last comes first.
    var isReversed = false
    /// Tells whether bars show powers of ten.
    var isLogarithmic = false
    /// The bar one is on, and the first on the screen.
    var position = ListPosition()

    /// The class that is asked about; `nil` for the likeliest.
    var label: Int?
    var rival = Rival.none
    /// By what words are sorted and marked.
    var measure = Contributions.Measure.logit
    /// The word one is on.
    var word: Int32?
    /// Where one is in the list of the view: of words, samples or units.
    var list = ListPosition()
    /// Which of the samples that a unit listens to.
    var unitSample = 0
    /// What a person has made of the sample.
    var draft: WhatIf?

    /// The unit that is looked at.
    ///
    /// - Parameter model: Whose units; they are counted through all hidden layers.
    /// - Returns: Its layer among the hidden ones and its number there; `nil` where there is none.
    func unit(of model: Model) -> (layer: Int, unit: Int)? {
        var rest = list.cursor
        for (layer, hidden) in model.hiddenLayers.enumerated() {
            if rest < hidden.units { return (layer, rest) }
            rest -= hidden.units
        }
        return model.hiddenLayers.isEmpty ? nil : (0, 0)
    }
}
