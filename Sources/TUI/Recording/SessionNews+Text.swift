import Datasets
import Training

extension SessionNews {
    /// The first words of lines that are news.
    static let verbs = ["data", "download", "run", "notice", "error"]

    /// The line's text: `data loaded`, `run 1 epoch 3 in 0.031 s`, `run 1 weights 3+7`.
    var text: String {
        switch self {
        case .loading(let share): "data \(share.spelt)"
        case .loaded: "data loaded"
        case .loadingFailed(let reason): "data failed \(QuotedText.write(reason))"
        case .fetching(let share): "download \(share.spelt)"
        case .fetched: "download done"
        case .fetchingFailed(let reason):
            "download failed" + (reason.map { " " + QuotedText.write($0) } ?? "")
        case .run(let number, let news): "run \(number) \(news.text)"
        case .notice(let text): "notice \(QuotedText.write(text))"
        case .complaint(let text): "error \(QuotedText.write(text))"
        }
    }

    /// Reads the rest of a line; `nil` where its first word is none of news.
    init?(_ verb: String, _ words: inout LineWords) throws(SessionFileError) {
        switch verb {
        case "data", "download": self = try Self.work(verb, &words)
        case "run":
            guard let number = words.next().flatMap({ Int($0) }), number > 0, let word = words.next() else {
                throw Self.wrong("Write the run's number, then what happens to it.")
            }
            self = .run(number, try Run(word, &words))
        case "notice": self = .notice(try Self.quoted(&words))
        case "error": self = .complaint(try Self.quoted(&words))
        default: return nil
        }
    }

    private static func work(_ verb: String, _ words: inout LineWords) throws(SessionFileError) -> SessionNews
    {
        let isData = verb == "data"
        switch words.next() {
        case "loaded" where isData: return .loaded
        case "done" where !isData: return .fetched
        case "failed" where isData: return .loadingFailed(try quoted(&words))
        case "failed": return .fetchingFailed(words.isEmpty ? nil : try quoted(&words))
        case let share?:
            if let share = Double(share) { return isData ? .loading(share) : .fetching(share) }
            fallthrough
        case nil:
            throw wrong(
                "Write \(verb) \(isData ? "loaded" : "done"), \(verb) failed \"why\", or a share from 0 to 1."
            )
        }
    }

    fileprivate static func quoted(_ words: inout LineWords) throws(SessionFileError) -> String {
        guard let text = QuotedText.read(words.rest()) else {
            throw wrong("Write the text between quotation marks.")
        }
        return text
    }

    fileprivate static func wrong(_ reason: String) -> SessionFileError {
        SessionFileError(line: 0, reason: reason)
    }
}

extension SessionNews.Run {
    fileprivate var text: String {
        func duration(_ seconds: Double?) -> String { seconds.map { " in \($0) s" } ?? "" }
        return switch self {
        case .started: "started"
        case .epoch(let epoch, let seconds): "epoch \(epoch)" + duration(seconds)
        case .progress(let progress): "progress \(progress.text)"
        case .paused: "paused"
        case .resumed: "resumed"
        case .tuned(let change): "tuned \(change.text)"
        case .refused(let reason): "refused \(QuotedText.write(reason))"
        case .noNumber: "no-number"
        case .callback: "callback"
        case .finished(let seconds): "finished" + duration(seconds)
        case .stopped: "stopped"
        case .failed(let reason): "failed \(QuotedText.write(reason))"
        case .weights(let epochs, let batches): "weights \(epochs)+\(batches)"
        case .tested: "tested"
        }
    }

    fileprivate init(_ word: String, _ words: inout LineWords) throws(SessionFileError) {
        switch word {
        case "started": self = .started
        case "epoch":
            guard let epoch = words.next().flatMap({ Int($0) }), epoch > 0 else {
                throw SessionNews.wrong("Write the epoch's number, counted from 1.")
            }
            self = .epoch(epoch, seconds: try Self.duration(&words))
        case "progress": self = .progress(try .init(&words))
        case "paused": self = .paused
        case "resumed": self = .resumed
        case "tuned":
            guard let change = try? TimedEdit(text: words.rest()) else {
                throw SessionNews.wrong(
                    "Write the change as in: at(epochs=3, batches=5, learning_rate(0.01)).")
            }
            self = .tuned(change)
        case "refused": self = .refused(try SessionNews.quoted(&words))
        case "no-number": self = .noNumber
        case "callback": self = .callback
        case "finished": self = .finished(seconds: try Self.duration(&words))
        case "stopped": self = .stopped
        case "failed": self = .failed(try SessionNews.quoted(&words))
        case "weights":
            let parts = words.next()?.split(separator: "+").map { Int($0) } ?? []
            guard parts.count == 2, let epochs = parts[0], let batches = parts[1] else {
                throw SessionNews.wrong("Write how long they were trained, in epochs and batches: 3+7.")
            }
            self = .weights(epochs: epochs, batches: batches)
        case "tested": self = .tested
        default:
            throw SessionNews.wrong(
                "“\(word.clipped(to: 30))” happens to no run. Write started, epoch N, progress, paused, resumed, "
                    + "tuned CHANGE, refused REASON, no-number, callback, finished, stopped, failed, weights E+B or tested."
            )
        }
    }

    /// Reads a duration, if there is one: `in 0.031 s`.
    private static func duration(_ words: inout LineWords) throws(SessionFileError) -> Double? {
        guard !words.isEmpty else { return nil }
        guard words.next() == "in", let seconds = words.next().flatMap({ Double($0) }), words.next() == "s"
        else { throw SessionNews.wrong("Write how long each epoch took as in: in 0.031 s.") }
        return seconds
    }
}

extension SessionNews.RunProgress {
    /// `epoch=3/20 batch=7/16 loss=0.41 means=0.5,0.9 rate=265000.0 seconds=0.42`.
    fileprivate var text: String {
        "epoch=\(epoch)/\(epochs) batch=\(batch)/\(batches) loss=\(batchLoss.spelt) "
            + "means=\(means.map(\.spelt).joined(separator: ",")) rate=\(samplesPerSecond.spelt) seconds=\(seconds.spelt)"
    }

    fileprivate init(_ words: inout LineWords) throws(SessionFileError) {
        var values: [String: [Double]] = [:]
        while let word = words.next() {
            let parts = word.split(separator: "=", omittingEmptySubsequences: false)
            let numbers = parts.last?.split { $0 == "/" || $0 == "," }.map { Double($0) } ?? []
            guard parts.count == 2, !numbers.contains(nil) else {
                throw SessionNews.wrong("“\(word.clipped(to: 30))” is no progress. Write name=number.")
            }
            values[String(parts[0])] = numbers.compactMap(\.self)
        }
        func whole(_ name: String, _ place: Int) -> Int? {
            guard let numbers = values[name], numbers.indices.contains(place) else { return nil }
            return Int(exactly: numbers[place])
        }
        guard let epoch = whole("epoch", 0), let epochs = whole("epoch", 1), let batch = whole("batch", 0),
            let batches = whole("batch", 1), let loss = values["loss"]?.first, let means = values["means"],
            let rate = values["rate"]?.first, let seconds = values["seconds"]?.first
        else {
            throw SessionNews.wrong(
                "Write epoch=3/20 batch=7/16 loss=0.41 means=0.5,0.9 rate=265000 seconds=0.42.")
        }
        self.init(
            epoch: epoch, epochs: epochs, batch: batch, batches: batches, batchLoss: loss, means: means,
            samplesPerSecond: rate, seconds: seconds)
    }
}
