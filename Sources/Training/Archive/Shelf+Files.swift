/// The order in which parts go into files, and from there to the disk: the newest epoch before all others.
extension Shelf {
    /// Something to write into files.
    enum Writing: Sendable {
        /// The end of an epoch, or what is missing of it, and the lines up to it, behind those in the file.
        case epoch(Checkpoint, parts: [Part], records: [EpochRecord], behind: Lines)
        case weights(Network, Moment)

        var parts: [Part] {
            switch self {
            case .epoch(_, let parts, _, _): parts
            case .weights(_, let moment): [.weights(moment)]
            }
        }
    }

    /// Something to bring to the disk.
    struct Flushing: Equatable, Sendable {
        let epoch: Int
        let parts: [Part]
        /// The lines that are written by then; `nil` where they are on the disk already.
        let lines: Lines?
    }

    private func unwrittenEpoch(_ epoch: Int) -> Writing? {
        let parts = [Part.weights(Moment(epochs: epoch)), .state(epoch)].filter(unwritten.contains)
        guard parts.contains(.state(epoch)), let checkpoint = states[epoch]?.value else { return nil }
        let last = max(lines.epochs, min(epoch, history.epochs.count))
        return .epoch(
            checkpoint, parts: parts, records: Array(history.epochs[lines.epochs..<last]), behind: lines)
    }

    /// The newest epoch, where it is not in files: all that a run needs to be continued.
    var newestWriting: Writing? { isForgotten ? nil : unwrittenEpoch(newest) }

    /// Something else that is not in a file.
    var otherWriting: Writing? {
        guard !isForgotten else { return nil }
        var last: Moment?
        for case .weights(let moment) in unwritten where weights[moment]?.value != nil {
            last = max(last ?? moment, moment)
        }
        if let last, let network = weights[last]?.value { return .weights(network, last) }
        let epochs = unwritten.compactMap { if case .state(let epoch) = $0 { epoch } else { nil } }
        return epochs.max().flatMap(unwrittenEpoch)
    }

    /// Takes note of what is in files now.
    ///
    /// - Parameters:
    ///   - writing: The writing that is done.
    ///   - bytes: The length of the lines.
    mutating func finish(_ writing: Writing, bytes: Int) {
        for part in writing.parts {
            unwritten.remove(part)
            guard has(part) else {
                // It lost its room meanwhile.
                unwanted.insert(part)
                continue
            }
            unflushed.insert(part)
            switch part {
            case .weights(let moment): weights[moment]?.isWritten = true
            case .state(let epoch): states[epoch]?.isWritten = true
            }
        }
        guard case .epoch(let checkpoint, _, let records, let behind) = writing else { return }
        // Lines that the disk lost meanwhile are written again.
        if lines == behind {
            lines = Lines(epochs: behind.epochs + records.count, bytes: behind.bytes + bytes)
        }
        newestWritten = max(newestWritten ?? 0, checkpoint.moment.epochs)
    }

    /// Chooses the next parts for the disk: the newest epoch, or else the newest of the others.
    ///
    /// Parts of one time alone, so that the newest epoch waits for no more than a flush of its own length.
    mutating func nextFlushing() -> Flushing? {
        guard !isForgotten else { return nil }
        if let newestWritten, unflushed.contains(.state(newestWritten)) {
            flushing = newestWritten
            return flushing(of: Moment(epochs: newestWritten), lines: lines)
        }
        return unflushed.map(\.moment).max().map { flushing(of: $0, lines: nil) }
    }

    private func flushing(of moment: Moment, lines: Lines?) -> Flushing {
        Flushing(epoch: moment.epochs, parts: unflushed.filter { $0.moment == moment }, lines: lines)
    }

    /// Takes note of what is on the disk now, or could not be brought there.
    mutating func finish(_ flushed: Flushing, isDone: Bool) {
        flushing = nil
        unflushed.subtract(flushed.parts)
        if isDone {
            guard let lines = flushed.lines else { return }
            newestFlushed = flushed.epoch
            flushedLines = lines
            return
        }
        // Linux says once that bytes were lost, and then takes them for written: they are written again.
        for part in flushed.parts {
            switch part {
            case .weights(let moment) where weights[moment]?.value != nil: unwritten.insert(part)
            case .state(let epoch) where states[epoch]?.value != nil: unwritten.insert(part)
            default: continue
            }
        }
        lines = flushedLines
    }
}
