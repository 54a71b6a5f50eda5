import Datasets

@testable import TUI
@testable import Training

extension Command {
    /// One command of each case.
    static var oneOfEach: [Command] { Array(sequence(first: Command.quit, next: \.following)) }

    /// The command after this one; the compiler asks for cases that are added.
    private var following: Command? {
        switch self {
        case .quit: .help
        case .help: .palette
        case .palette: .commandLine
        case .commandLine: .back
        case .back: .cancel
        case .cancel: .tour
        case .tour: .moreKeys
        case .moreKeys: .zoom
        case .zoom: .focus(.curves)
        case .focus: .focusNext
        case .focusNext: .focusPrevious
        case .focusPrevious: .hide(.model)
        case .hide: .resize(.wider)
        case .resize: .preset(.inspect)
        case .preset: .nextPreset
        case .nextPreset: .resetLayout
        case .resetLayout: .chooseTheme
        case .chooseTheme: .nextTheme
        case .nextTheme: .theme("dusk")
        case .theme: .move(.pageDown)
        case .move: .choose(.inspector, 3)
        case .choose: .search
        case .search: .searchNext
        case .searchNext: .searchPrevious
        case .searchPrevious: .find("gold mine")
        case .find: .sortNext
        case .sortNext: .sortReverse
        case .sortReverse: .sort("label")
        case .sort: .copy(.csv)
        case .copy: .export(.svg)
        case .export: .train
        case .train: .stepBatch
        case .stepBatch: .stepEpoch
        case .stepEpoch: .stop
        case .stop: .slower
        case .slower: .faster
        case .faster: .pace(.epochsPerSecond(2))
        case .pace: .chooseExperiment
        case .chooseExperiment: .start("blobs")
        case .start: .chooseDataset
        case .chooseDataset: .load(Term("sample"))
        case .load: .fetch
        case .fetch: .nextPart
        case .nextPart: .previousPart
        case .previousPart: .part(.test)
        case .part: .filterWords
        case .filterWords: .filterClass
        case .filterClass: .keepWords("frost")
        case .keepWords: .keepClass(3)
        case .keepClass: .jump
        case .jump: .classSizes
        case .classSizes: .read
        case .read: .textUp
        case .textUp: .textDown
        case .textDown: .select(.test, 4)
        case .select: .mark
        case .mark: .nextMark
        case .nextMark: .keepMarked
        case .keepMarked: .addLayer
        case .addLayer: .removeLayer
        case .removeLayer: .raiseLayer
        case .raiseLayer: .lowerLayer
        case .lowerLayer: .edit
        case .edit: .change(.units(layer: 1, 4))
        case .change: .nextValue
        case .nextValue: .previousValue
        case .previousValue: .undo
        case .undo: .redo
        case .time, .why, .results, .session: nil
        case .redo: .curves(.smoother)
        case .curves: .inspectorView
        case .inspectorView: .plane(.next)
        case .plane: .cloud(.noise(0.25))
        case .cloud: .lessons
        case .lessons: .lesson(.crossentropy)
        case .lesson: .nextLesson
        case .nextLesson: .previousLesson
        case .previousLesson: .slide(.muchMore)
        case .slide: .slideTo(1, 0.25)
        case .slideTo: .time(.epoch(7))
        }
    }
}
