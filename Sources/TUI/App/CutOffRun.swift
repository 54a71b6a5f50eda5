import Datasets
import Training

/// A run that is left of a program that has ended: cut off by that, or at its own end before.
public struct CutOffRun: Equatable, Sendable {
    /// The run that was trained.
    public var fit: Fit
    /// The epochs that were kept.
    public var history: History
    /// Tells whether the run had come to its end.
    public var hasEnded = false
    /// Epochs behind these that can't be had.
    public var lost = LostEpochs()
    /// The number of other runs that were left before it.
    public var older = 0
    /// The other run folders, from which none can be brought back.
    public var folders = LeftFolders()

    /// The steps that lead from the samples that are shown to those that it learns from, as words with commands.
    ///
    /// - Parameters:
    ///   - reference: The data set that is shown, or on its way.
    ///   - preprocessing: The preprocessing of its samples; `nil` for its usual one.
    ///   - sign: The sign before a command, where people type one.
    /// - Returns: None where it can continue at once.
    func steps(from reference: Term, _ preprocessing: [Preprocessing]?, sign: String = "") -> [String] {
        func usual(_ term: Term) -> [Preprocessing] {
            (try? Catalog.entry(named: term.name))?.preprocessing ?? []
        }
        var steps: [String] = []
        let wanted = fit.experiment
        var prepared = preprocessing ?? usual(reference)
        if wanted.dataset != reference {
            steps.append("“\(sign)load \(wanted.dataset)” loads them")
            prepared = usual(wanted.dataset)
        }
        guard let target = wanted.preprocessing, target != prepared else { return steps }
        var other = wanted
        other.preprocessing = prepared
        for (key, value) in other.settings(towards: wanted) {
            steps.append("“\(sign)\(SessionChange.set(key, value))” prepares them so")
        }
        return steps
    }

    /// The words for its samples, where steps lead to them.
    ///
    /// - Parameter reference: The data set that is shown, or on its way.
    /// - Returns: Words behind “learns from”.
    func samples(otherThan reference: Term) -> String {
        fit.experiment.dataset == reference ? "samples prepared in another way" : "other samples"
    }

    /// The sentences that tell of it.
    ///
    /// - Parameters:
    ///   - reference: The data set that is shown, or on its way.
    ///   - preprocessing: The preprocessing of its samples; `nil` for its usual one.
    /// - Returns: Sentences, one after another.
    func text(where reference: Term, _ preprocessing: [Preprocessing]?) -> String {
        let epochs = Format.count(history.epochs.count, "epoch", "epochs")
        let steps = steps(from: reference, preprocessing, sign: ":")
        let fate =
            hasEnded ? "had ended after \(epochs) when the program was ended" : "was cut off after \(epochs)"
        let reopens = hasEnded ? ":reopen brings it back" : ":reopen continues it"
        var sentences = ["\(name) \(fate): \(reopens), :discard forgets it."]
        if !steps.isEmpty {
            sentences = [
                "\(name) on \(fit.experiment.dataset) \(fate). It learns from "
                    + "\(samples(otherThan: reference)): \(steps.joined(separator: ", ")), then \(reopens). :discard forgets it."
            ]
        }
        if let first = lost.damaged.first, let last = lost.damaged.last {
            sentences.append(
                first == last
                    ? "Epoch \(first) of it is damaged." : "Epochs \(first) to \(last) of it are damaged.")
        }
        if let reason = lost.unreadable {
            sentences.append("Later epochs of it can't be read, and stay until :discard. \(reason)")
        }
        if older > 0 {
            let next = older == 1 ? ": :discard offers it" : ": :discard offers the next one"
            sentences.append(Self.sentence(ofOlder: older, next))
        }
        return (sentences + folders.sentences(hasOffer: true)).joined(separator: " ")
    }

    /// The subject of the sentence: its role, where it is not all there is.
    private var name: String {
        switch fit.role {
        case .main: "A run"
        case .fold(let number, let count): "Fold \(number) of \(count) of a run"
        case .final: "A final run"
        }
    }

    /// The sentence that tells of runs that were left before the last one.
    ///
    /// - Parameters:
    ///   - count: The number of them.
    ///   - next: The words on what brings them.
    /// - Returns: A sentence.
    static func sentence(ofOlder count: Int, _ next: String = "") -> String {
        Format.count(count, "older run waits", "older runs wait") + next + "."
    }
}
