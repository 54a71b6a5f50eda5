import Datasets
import Training

extension Dashboard {
    /// Does what a command says.
    mutating func perform(_ command: Command) -> [Effect] {
        if command.isWorthNoting { note(.command, command.description) }
        let (status, before, experiment) = (status, notice, experiment)
        isDeclined = false
        let effects = carryOut(command)
        let hasBegun = !command.hasToBegin || !effects.isEmpty || (command.isTraining && waitsToTrain != nil)
        isRefused = !hasBegun || isDeclined || (notice != before && notice?.isError == true)
        // A command that could not be carried out is not kept.
        if !isRefused { keep(command, whileRunWas: status, from: experiment) }
        keepInView()
        return effects
    }

    private mutating func carryOut(_ command: Command) -> [Effect] {
        switch command {
        case .quit: return quit()
        case .help: overlay = .help(Help())
        case .palette: openPalette()
        case .commandLine: askForCommand()
        case .back: goBack()
        case .cancel: return cancelWork()
        case .tour: showsTour = true
        case .moreKeys: footerPage += 1
        case .zoom, .focus, .focusNext, .focusPrevious, .hide, .resize, .preset, .nextPreset, .resetLayout,
            .chooseTheme, .nextTheme, .theme:
            performOnScreen(command)
        case .move(let motion): move(motion)
        case .choose(let pane, let row): choose(row: row, in: pane)
        case .search, .searchNext, .searchPrevious, .find, .sortNext, .sortReverse, .sort:
            performFinding(command)
        case .copy(let form): return copy(form)
        case .export(let form, let file): return export(form, to: file)
        case .train, .stepBatch, .stepEpoch, .stop, .slower, .faster, .pace: return performTraining(command)
        case .chooseExperiment: askForExperiment()
        case .start(let name): return start(name)
        case .chooseDataset, .load, .fetch, .nextPart, .previousPart, .part, .filterWords, .filterClass,
            .keepWords, .keepClass, .jump, .classSizes, .read, .textUp, .textDown, .select, .mark, .nextMark,
            .keepMarked:
            return performOnData(command)
        case .addLayer, .removeLayer, .raiseLayer, .lowerLayer, .edit, .nextValue, .previousValue, .change,
            .undo, .redo:
            return performInModel(command)
        case .curves(let change): self.change(change)
        case .plane(let change): self.change(change)
        case .cloud(let change): return self.change(change)
        case .inspectorView: turnInspector()
        case .time(let change): return perform(change)
        case .why(let change): return perform(change)
        case .results(let change): return perform(change)
        case .session(let change): return perform(change)
        case .lessons, .lesson, .nextLesson, .previousLesson, .slide, .slideTo: performInLessons(command)
        }
        return []
    }

    // MARK: Levels

    private mutating func quit() -> [Effect] {
        guard overlay != .confirmQuit, isTraining else { return [.quit] }
        overlay = .confirmQuit
        return []
    }

    /// One level back, and never out: an overlay, then the zoom, then the text alone, then the filter.
    private mutating func goBack() {
        if overlay != nil {
            closeOverlay()
        } else if isTourSeen {
            showsTour = false
        } else if layoutState.isZoomed, trail.last?.isZoomed != true {
            layoutState.isZoomed = false
        } else if focus == .data, samples.view != .split {
            samples.view = .split
        } else if focus == .inspector, draft != nil {
            restoreSample()
        } else if goBackOnTrail() {
            return
        } else if search != nil {
            search = nil
        } else if curves.cursor != nil {
            curves.removeCursor()
        } else if samples.isFiltered, focus == .data || focus == .inspector {
            list(part: samples.part)
        }
    }

    private mutating func cancelWork() -> [Effect] {
        if fetching != nil { return [.cancelFetch] }
        if known.isLooking, loadingTask == nil { return [.cancelWork(.labelErrors)] }
        if loadingTask != nil {
            waitsToTrain = nil
            return [.cancelLoad]
        }
        say("Nothing is under way that could be given up. \(key(for: .stop)) stops a run.")
        return []
    }

    /// The progress of samples that are on their way.
    var loadingTask: LongTask? {
        if case .loading(let task) = source { task } else { reloading }
    }

    /// Tells whether something is under way that can be given up.
    var isCancellable: Bool { fetching != nil || loadingTask != nil || known.isLooking }
}

extension Command {
    /// Tells whether it trains from the beginning, and waits for samples that are being loaded.
    fileprivate var isTraining: Bool {
        switch self {
        case .train, .stepBatch, .stepEpoch: true
        default: false
        }
    }

    /// Tells whether something happens in the world because of it, unless it is refused.
    fileprivate var hasToBegin: Bool {
        switch self {
        case _ where isTraining: true
        case .time(let change):
            switch change {
            case .branch, .more, .again, .reopen, .discard: true
            case .epoch, .earlier, .later, .best, .newest, .earlyStopping: false
            }
        default: false
        }
    }

    /// Tells whether the log of a session should have it: moves and keys of overlays would drown the rest.
    fileprivate var isWorthNoting: Bool {
        switch self {
        case .move, .choose, .back, .help, .palette, .commandLine, .moreKeys, .textUp, .textDown, .focusNext,
            .focusPrevious, .focus, .searchNext, .searchPrevious, .search, .resize, .quit, .filterWords,
            .filterClass, .jump, .edit, .chooseTheme, .chooseDataset, .chooseExperiment, .tour, .keepWords,
            .curves, .plane, .results, .find, .slide, .slideTo, .nextLesson, .previousLesson:
            false
        default: true
        }
    }
}
