import Datasets
import Training

extension Dashboard {
    /// Does what a command of the model pane says.
    mutating func performInModel(_ command: Command) -> [Effect] {
        let layer = model.layer(in: experiment)
        switch command {
        case .addLayer:
            let place = layer ?? experiment.model.layers.count - 1
            model.row = min(place + 1, max(0, experiment.model.layers.count - 1))
            return perform(.change(.addLayer(after: place)))
        case .change(let edit): return change(edit)
        case .undo: return undo()
        case .redo: return redo()
        case .removeLayer:
            guard experiment.model.layers.count > 1 || layer == nil else {
                decline("A network needs a layer: change this one instead.")
                return []
            }
            return onLayer(layer) { .removeLayer($0) }
        case .raiseLayer: return moveLayer(layer, by: -1)
        case .lowerLayer: return moveLayer(layer, by: 1)
        case .edit: editField()
        case .nextValue: return step(by: 1)
        case .previousValue: return step(by: -1)
        default: break
        }
        return []
    }

    private mutating func onLayer(_ layer: Int?, _ edit: (Int) -> ExperimentEdit) -> [Effect] {
        guard let layer else {
            decline("Go to a layer first: the settings below can't be moved or removed.")
            return []
        }
        return perform(.change(edit(layer)))
    }

    private mutating func moveLayer(_ layer: Int?, by offset: Int) -> [Effect] {
        if let layer, experiment.model.layers.indices.contains(layer + offset) { model.row += offset }
        return onLayer(layer) { .moveLayer($0, by: offset) }
    }

    /// Makes one change to the experiment; a run takes at once what it can.
    mutating func change(_ edit: ExperimentEdit) -> [Effect] {
        if let layer = edit.layer, !experiment.model.layers.indices.contains(layer) {
            complain(
                "There is no layer \(layer &+ 1): they are numbered from 1 to \(experiment.model.layers.count)."
            )
            return []
        }
        let before = EditHistory.Step(
            experiment: experiment, hasOwnModel: hasOwnModel, edit: edit.text)
        var changed = experiment
        changed.apply(edit)
        if let reason = idleness(of: edit) {
            decline(reason)
            return []
        }
        guard !refuses(experiment.refusal(of: edit, on: dataset)), !refusesHotEdits(to: changed) else {
            return []
        }
        experiment = changed
        // An edit that changes nothing can't be taken back either.
        if experiment != before.experiment { edits.record(before) }
        switch edit {
        case .addLayer, .removeLayer, .moveLayer, .units, .activation, .rate: hasOwnModel = true
        default: break
        }
        showChange(from: before.experiment)
        // A small screen has no room for problems next to the model. They are no error of the change, which
        // is made: a session that is kept has to have it.
        let area = layout.panes[.model].map(Frame.inside)
        if let problem = problems.first, area.map({ $0.rows < 10 }) ?? true {
            notice = Notice(text: problem.message)
        }
        return tellHotEdits(from: before.experiment)
    }

    /// The reason why a change has nothing to act on in this model; `nil` where it has.
    private func idleness(of edit: ExperimentEdit) -> String? {
        let layers = experiment.model.layers
        func lacks(_ place: Int, _ what: String) -> String {
            "Layer \(place + 1) is \(layers[place].kindName), which has no \(what)."
        }
        switch edit {
        case .units(let place, _) where layers[place].units == nil: return lacks(place, "units")
        case .activation(let place, _) where layers[place].activation == nil:
            return lacks(place, "activation")
        case .rate(let place, _) where layers[place].rate == nil: return lacks(place, "rate")
        case .l2(let place, _) where layers[place].l2 == nil: return lacks(place, "l2")
        case .momentum where experiment.model.optimizer.momentum == nil:
            return "The optimizer \(experiment.model.optimizer.name) has no momentum."
        case .moveLayer(let place, let offset) where !layers.indices.contains(place &+ offset):
            return
                "Layer \(place + 1) can't be moved there: the layers are numbered from 1 to \(layers.count)."
        case .addLayer(let place) where place >= max(1, layers.count):
            return "There is no layer \(place &+ 1): they are numbered from 1 to \(layers.count)."
        default: return nil
        }
    }

    /// Complains of the reason why a change can't be made, where there is one.
    mutating func refuses(_ reason: String?) -> Bool {
        if let reason { complain(reason) }
        return reason != nil
    }

    /// After the experiment has changed: the samples that are set aside, and the place one is at.
    mutating func showChange(from before: Experiment) {
        if before.settings.heldOut != experiment.settings.heldOut {
            list(
                part: samples.part, words: samples.words, label: samples.label, marked: samples.onlyMarked)
        }
        model.clamp(in: experiment)
    }

    private mutating func undo() -> [Effect] {
        guard let step = edits.undo(experiment, hasOwnModel) else {
            decline("There is no change to take back.")
            return []
        }
        return go(to: step, saying: "Taken back")
    }

    private mutating func redo() -> [Effect] {
        guard let step = edits.redo(experiment, hasOwnModel) else {
            decline("There is no change to make again.")
            return []
        }
        return go(to: step, saying: "Made again")
    }

    private mutating func go(to step: EditHistory.Step, saying what: String) -> [Effect] {
        let before = experiment
        (experiment, hasOwnModel) = (step.experiment, step.hasOwnModel)
        showChange(from: before)
        let (effects, later) = hotEdits(from: before)
        say(["\(what): \(step.edit).", later].compactMap(\.self).joined(separator: " "))
        return effects
    }

    // MARK: Values

    /// Opens what a value is changed with: a list where there are few, else a line to type in.
    private mutating func editField() {
        guard let field = model.field(in: experiment) else { return }
        let value = field.value(in: experiment, pace: pace)
        guard let choices = field.choices(in: experiment, pace: pace) else {
            overlay = .prompt(
                Prompt(
                    purpose: .field(field), title: field.name(in: experiment), field: TextField(value),
                    isFresh: true))
            return
        }
        let items = choices.map { Menu.Item(text: $0) }
        var menu = Menu(purpose: .field(field), title: field.name(in: experiment), all: items)
        menu.position.go(
            to: choices.firstIndex(of: value) ?? 0, count: items.count, visible: MenuOverlay.rows(menu, size))
        overlay = .menu(menu)
    }

    /// Takes the next or previous value: the next choice, twice or half as many units, one epoch more.
    private mutating func step(by offset: Int) -> [Effect] {
        guard let field = model.field(in: experiment) else { return [] }
        if field == .pace { return perform(.pace(PaceChoice.step(from: pace, by: offset))) }
        if field == .learningRate, experiment.model.optimizer.schedule != nil {
            decline("The learning rate follows a schedule: \(key(for: .edit)) writes a number in its place.")
            return []
        }
        let value = field.value(in: experiment, pace: pace)
        if let choices = field.choices(in: experiment, pace: pace) {
            let place = choices.firstIndex(of: value) ?? 0
            return set(field, to: choices[(place + offset + choices.count) % choices.count])
        }
        let settings = experiment.settings
        func doubled(_ number: Int) -> String {
            "\(offset > 0 ? (number >= 1 << 20 ? number : max(1, max(0, number) * 2)) : max(1, number / 2))"
        }
        let new =
            switch field {
            case .units(let layer): doubled(experiment.model.layers[layer].units ?? 1)
            case .rate(let layer):
                "\(max(0, min(0.9, ((experiment.model.layers[layer].rate ?? 0) * 10).rounded() / 10 + 0.1 * Double(offset))))"
            case .l2(let layer): Self.l2(after: experiment.model.layers[layer].l2 ?? 0, offset)
            case .momentum:
                "\(max(0, min(0.9, ((experiment.model.optimizer.momentum ?? 0) * 10).rounded() / 10 + 0.1 * Double(offset))))"
            case .batchSize: doubled(settings.batchSize)
            case .epochs: "\(Quantity.epochs.step(from: settings.epochs, by: offset))"
            case .validation: "\(Quantity.validation.step(from: settings.validation, by: 100 * offset))"
            case .folds: "\(ModelField.folds(settings.folds, offset))"
            case .finalEpochs: "\(Quantity.finalEpochs.step(from: settings.finalEpochs, by: offset))"
            case .seed:
                "\(offset > 0 ? min(TrainingSettings.largestSeed, settings.seed) + 1 : settings.seed - min(1, settings.seed))"
            default: Format.neighbour(of: experiment.model.optimizer.learningRate, offset)
            }
        return set(field, to: new)
    }

    /// The next cost of large weights: nothing, then powers of ten.
    private static func l2(after factor: Double, _ offset: Int) -> String {
        let steps = [0, 0.0001, 0.001, 0.01, 0.1]
        let next = offset > 0 ? steps.first { $0 > factor } : steps.last { $0 < factor }
        return "\(next ?? factor)"
    }

    /// Gives a field a value that was typed or chosen; what is wrong with it becomes the notice, or the prompt's
    /// error.
    mutating func set(_ field: ModelField, to text: String) -> [Effect] {
        // The layer may have gone while the value was chosen.
        guard ModelState.rows(of: experiment).contains(where: { $0.contains(field) }) else { return [] }
        do {
            if field == .pace {
                guard let choice = PaceChoice.all.first(where: { $0.name == text }) else { return [] }
                return perform(.pace(choice.pace))
            }
            // The same choice again changes nothing: it would undo settings made apart from it.
            let isChoice = field.choices(in: experiment, pace: pace) != nil
            if isChoice, text == field.value(in: experiment, pace: pace) { return [] }
            let edit = try field.edit(from: text, in: experiment)
            if case .optimizer(experiment.model.optimizer) = edit { return [] }
            return perform(.change(edit))
        } catch {
            refuse("\(error)")
            return []
        }
    }

    private mutating func refuse(_ reason: String) {
        if case .prompt(var prompt) = overlay {
            prompt.error = reason
            overlay = .prompt(prompt)
        } else {
            notice = Notice(text: reason, isError: true)
        }
    }
}
