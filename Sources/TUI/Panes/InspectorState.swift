import Training

/// The state of the inspector: its view, with choices and places in it.
struct InspectorState: Equatable, Sendable {
    /// The class that the one in question is compared with.
    enum Rival: Equatable, Sendable {
        /// None.
        case none
        /// The true one, or the likeliest of the others.
        case best
        case label(Int)
    }

    /// The view below the verdict.
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
    /// The measure by which words are sorted and marked.
    var measure = Contributions.Measure.logit
    /// The word one is on.
    var word: Int32?
    /// The place in the list of the view: of words, samples or units.
    var list = ListPosition()
    /// The index of the chosen sample among those that a unit listens to.
    var unitSample = 0
    /// The changes that a person has made to the sample.
    var draft: WhatIf?

    /// The unit that is looked at.
    ///
    /// - Parameter model: The model of the units; they are counted through all hidden layers.
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
