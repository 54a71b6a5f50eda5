import Datasets
import Training

/// The kinds of information that commands need.
enum Argument: Hashable, Sendable {
    case pane, row, motion, theme, pace, part, sample, words, label, dataset, experiment, change, column,
        text, preset
    case view, classes, word, sentence
    case resizing, curves, copyForm, exportForm, plane, noise, seed, cloud, lesson, slide
    case epoch, epochs
    case settings, moment, timedChange, layerChange, experimentLine, file

    /// The placeholder for it in help and errors.
    var usage: String {
        switch self {
        case .settings: "[SETTING=VALUE]"
        case .moment: "EPOCH [BATCH]"
        case .timedChange: "TIME"
        case .layerChange: "NUMBER CHANGE"
        case .experimentLine: "LINE"
        case .file: "FILE"
        case .pane: "PANE"
        case .row: "PANE NUMBER"
        case .motion: "DIRECTION"
        case .theme: "THEME"
        case .pace: "PACE"
        case .part: "PART"
        case .sample: "PART NUMBER"
        case .words: "[WORDS]"
        case .label: "NUMBER|all"
        case .dataset, .experiment: "NAME"
        case .change: "CHANGE"
        case .column: "COLUMN"
        case .text: "TEXT"
        case .preset: "PRESET"
        case .resizing: "WAY"
        case .curves: "CHANGE"
        case .copyForm: "FORM"
        case .exportForm: "FORM [FILE]"
        case .plane, .view: "VIEW"
        case .classes: "CLASS [CLASS]"
        case .word: "WORD"
        case .sentence: "TEXT"
        case .noise, .seed, .epoch, .epochs: "NUMBER"
        case .cloud: "NAME"
        case .lesson: "LESSON"
        case .slide: "CHANGE|NUMBER VALUE"
        }
    }

    /// The words that it can begin with, where these are the same at any time.
    var words: [String]? {
        switch self {
        case .pane, .row: PaneID.allCases.map(\.rawValue)
        case .motion: Motion.allCases.map(\.rawValue)
        case .part, .sample: DataPart.allCases.map(\.rawValue)
        case .preset: Preset.allCases.map(\.rawValue)
        case .resizing: Resizing.allCases.map(\.rawValue)
        case .curves: CurvesChange.allCases.map(\.rawValue)
        case .copyForm: CopyForm.allCases.map(\.rawValue)
        case .exportForm: ExportForm.allCases.map(\.rawValue)
        case .plane: PlaneChange.allCases.map(\.rawValue)
        case .cloud: Dashboard.clouds.map(\.name)
        case .lesson: Lesson.allCases.map(\.rawValue)
        default: nil
        }
    }

    /// The values that it can have, where they are known.
    func choices(on dashboard: Dashboard) -> [String] {
        switch self {
        case .settings: ExperimentEdit.spokenSettings.map { "\($0)=" }
        case .layerChange:
            dashboard.experiment.model.layers.indices.flatMap { layer in
                ExperimentEdit.layerWords.map { word in
                    // Behind these comes a value.
                    "\(layer + 1) \(word)" + (["units", "activation", "rate"].contains(word) ? " " : "")
                }
            }
        case .moment, .timedChange, .experimentLine, .file: []
        case .theme: dashboard.themes.map(\.name)
        case .pace: PaceChoice.all.map(\.pace.text)
        case .row, .sample: (words ?? []).map { "\($0) " }
        case .label: ["all"] + (dashboard.dataset?.classes.indices.map(String.init) ?? [])
        case .dataset: Catalog.entries.map(\.name)
        case .experiment: dashboard.experiments.map(\.name)
        case .change: ExperimentEdit.names.map { "\($0)(" }
        case .column: dashboard.sortColumns
        case .view: dashboard.dataset.map(InspectorView.all)?.map(\.rawValue) ?? []
        case .classes: dashboard.dataset?.classes ?? []
        case .slide: LessonChange.allCases.map(\.rawValue)
        case .epoch: (0...(dashboard.shownRun?.history.epochs.count ?? 0)).map(String.init)
        case .words, .text, .noise, .seed, .epochs, .word, .sentence: []
        case .pane, .motion, .part, .preset, .resizing, .curves, .copyForm, .exportForm, .plane, .cloud,
            .lesson:
            words ?? []
        }
    }
}
