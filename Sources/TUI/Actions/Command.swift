import Datasets
import Training

/// Something that a person wants done: what keys, clicks, the palette, the command line and session logs are made of.
///
/// ``ActionTable`` says of each what it is called, what it does and which keys mean it.
public enum Command: Hashable, Sendable {
    // MARK: The program

    /// Ends the program, after asking if a run would be lost.
    case quit
    /// Shows every action with its keys.
    case help
    /// Lists every action, narrowed by what is typed.
    case palette
    /// Asks for a command as text.
    case commandLine
    /// Goes one level back.
    case back
    /// Gives up work that is under way: a download, loading.
    case cancel
    /// Shows what one needs to know at first.
    case tour
    /// Shows the next of the footer's keys.
    case moreKeys

    // MARK: The screen

    /// Gives the whole screen to the pane in focus, or takes it back.
    case zoom
    /// Moves the focus to a pane.
    case focus(PaneID)
    /// Moves the focus by so many panes.
    case focusNext, focusPrevious
    /// Takes a pane off the screen, or brings it back; `nil` is the one in focus.
    case hide(PaneID?)
    /// Gives the pane in focus more or less room.
    case resize(Resizing)
    /// Takes an arrangement of panes, or the next one.
    case preset(Preset)
    case nextPreset
    /// Gives all panes the room that they had at first.
    case resetLayout
    /// Asks for a theme, and shows each meanwhile.
    case chooseTheme
    /// Takes the next theme, or one by its name.
    case nextTheme
    case theme(String)

    // MARK: Moving and finding

    /// Moves within the pane in focus.
    case move(Motion)
    /// Chooses a row of a pane, counted from 0.
    case choose(PaneID, Int)
    /// Asks for a text to look for in the pane in focus, and goes there while it is typed.
    case search
    /// Goes to the next place that has it, or the one before.
    case searchNext, searchPrevious
    /// Looks for a text at once.
    case find(String)
    /// Sorts by the next column, or by one of them, or the other way round.
    case sortNext, sortReverse
    case sort(String)

    // MARK: Taking along

    /// Puts the content of the pane in focus on the clipboard.
    case copy(CopyForm)
    /// Writes the content of the pane in focus to a file.
    case export(ExportForm, to: FileArgument? = nil)

    // MARK: Training

    /// Starts to train, pauses, or continues.
    case train
    /// Trains one batch, or one epoch, and pauses.
    case stepBatch, stepEpoch
    /// Ends the run and keeps what it has learnt.
    case stop
    /// Trains fewer, or more, epochs a second.
    case slower, faster
    /// Takes a pace.
    case pace(Pace)

    // MARK: Data

    /// Asks for a named experiment.
    case chooseExperiment
    /// Starts a named experiment.
    case start(String)
    /// Asks for a data set.
    case chooseDataset
    /// Loads a data set.
    case load(Term)
    /// Downloads the files of the preferred data set, and shows it.
    case fetch
    /// Shows the samples of another part.
    case nextPart, previousPart
    case part(DataPart)
    /// Asks for words, and keeps the samples that have them.
    case filterWords
    /// Asks for a class, and keeps its samples.
    case filterClass
    /// Keeps the samples that have all of these words; all samples where there are none.
    case keepWords(String)
    /// Keeps the samples of a class, or of all.
    case keepClass(Int?)
    /// Asks for a sample's number, and goes to it.
    case jump
    /// Shows class sizes instead of the text, then the lengths of texts, then the text again.
    case classSizes
    /// Shows the text alone, or the list again.
    case read
    /// Scrolls the text by a line.
    case textUp, textDown
    /// Chooses a sample.
    case select(DataPart, Int)
    /// Marks the chosen sample, or takes its mark away.
    case mark
    /// Goes to the next marked sample.
    case nextMark
    /// Keeps the marked samples, or lists all again.
    case keepMarked

    // MARK: Model

    /// Adds a layer below the chosen one, removes it, moves it.
    case addLayer, removeLayer, raiseLayer, lowerLayer
    /// Types a new value.
    case edit
    /// Makes one change to the experiment.
    case change(ExperimentEdit)
    /// Takes the next, or the previous, of a setting's values.
    case nextValue, previousValue
    /// Takes the last change of the experiment back, or makes it again.
    case undo, redo

    // MARK: Curves

    /// Changes the view of the curves.
    case curves(CurvesChange)

    // MARK: Through time

    /// Goes back in a run, continues from there, or changes it while it is trained.
    case time(TimeChange)

    // MARK: Results

    /// Asks why a prediction is what it is, and what would be if.
    case why(WhyChange)
    /// Changes the view of the results of a whole part.
    case results(ResultsChange)

    // MARK: Files

    /// Does something with a session's commands, or with a model, as files.
    case session(SessionChange)

    // MARK: Points

    /// Changes the view of the plane of points.
    case plane(PlaneChange)
    /// Draws other points.
    case cloud(CloudChange)

    // MARK: Inspector

    /// Shows what else there is to see of the network's answers: residuals, ten pictures.
    case inspectorView

    // MARK: Lessons

    /// Opens the lessons, or one of them.
    case lessons
    case lesson(Lesson)
    /// Turns to the next lesson, or the one before.
    case nextLesson, previousLesson
    /// Does something to a slider of the lesson that is open.
    case slide(LessonChange)
    /// Moves a slider, counted from 0, to a value.
    case slideTo(Int, Double)
}

/// The directions in which the pane in focus grows or shrinks.
public enum Resizing: String, CaseIterable, Sendable {
    /// By a column at its side, or a row at its end.
    case wider, narrower, taller, shorter
}

/// The forms in which something goes to the clipboard.
public enum CopyForm: String, CaseIterable, Sendable {
    /// As it stands on the screen.
    case text
    /// As a table with commas.
    case csv
}

/// The forms in which something is written to a file.
public enum ExportForm: String, CaseIterable, Sendable {
    /// A picture of lines and letters.
    case svg
    /// A picture of dots.
    case png
    /// A table with commas.
    case csv
}
