extension Command {
    /// Tells whether it has nothing to be done to where no samples could be loaded.
    var needsSamples: Bool {
        switch self {
        case .quit, .help, .palette, .commandLine, .back, .cancel, .tour, .moreKeys: false
        case .zoom, .focus, .focusNext, .focusPrevious, .hide, .resize, .preset, .nextPreset, .resetLayout,
            .chooseTheme, .nextTheme, .theme:
            false
        case .stop, .slower, .faster, .pace, .chooseExperiment, .start, .chooseDataset, .load, .fetch: false
        case .addLayer, .removeLayer, .raiseLayer, .lowerLayer, .edit, .nextValue, .previousValue, .change,
            .undo,
            .redo:
            false
        case .lessons, .lesson, .nextLesson, .previousLesson, .slide, .slideTo: false
        case .session(let change):
            switch change {
            case .set, .plan, .save, .replay, .stopReplay: false
            case .train, .until, .saveModel, .openModel, .keras: true
            }
        case .time(let change):
            switch change {
            case .discard, .earlyStopping: false
            default: true
            }
        case .move, .choose, .search, .searchNext, .searchPrevious, .find, .sortNext, .sortReverse, .sort,
            .copy,
            .export, .train, .stepBatch, .stepEpoch, .nextPart, .previousPart, .part, .filterWords,
            .filterClass,
            .keepWords, .keepClass, .jump, .classSizes, .read, .textUp, .textDown, .select, .mark, .nextMark,
            .keepMarked, .curves, .why, .results, .plane, .cloud, .inspectorView:
            true
        }
    }
}
