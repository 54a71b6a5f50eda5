import Datasets

/// Saving at the end of a training that may have taken hours: nothing is asked any more, and nothing is lost.
extension ModelFile {
    /// The place was had before the training, and can't be had after it.
    package struct LostPlace: Error, Equatable, Sendable, CustomStringConvertible {
        /// The reason, in sentences.
        let reason: String
        /// The end that the network has come to, in sentences.
        let outcome: String

        /// Both.
        package var description: String { "\(reason) \(outcome)" }
    }

    /// Writes both files in their place or, where that can't be had any more, under the next free name.
    ///
    /// That is `m-1`, `m-2`, … in the same folder.
    ///
    /// - Parameters:
    ///   - name: The name that is common to both, or the name of one.
    ///   - consent: The files of other kinds that may be replaced.
    ///   - calls: The system, or what fails in its place.
    /// - Returns: The two paths, in the place that was wanted.
    /// - Throws: ``LostPlace``, which says where the network is instead; or, where it can't be written there either, why.
    package func save(
        as name: String, _ consent: Consent, calls: FileCalls = .system
    ) throws(LostPlace) -> (weights: String, description: String) {
        let reason: String
        var cause: FileError?
        do {
            let place = try Place(name)
            try consent.check(place.occupied)
            return try write(
                to: place, FileWriter.Options(replacing: consent.replaceable, calls: calls))
        } catch let refusal as Consent.Refusal {
            reason = refusal.file.problem
        } catch {
            reason = "\(error)"
            cause = error as? FileError
        }
        throw lost(reason, cause, as: name, calls)
    }

    /// Saves a network whose place can't be had under another name.
    ///
    /// - Parameters:
    ///   - reason: The reason why the place can't be had, in sentences.
    ///   - cause: The error behind the reason, if files have made it: it is not told twice.
    ///   - name: The name that was wanted; where no file can have it, the network is called `network-1`.
    ///   - calls: The system, or what fails in its place.
    /// - Returns: The error that says where the network is.
    package func lost(
        _ reason: String, _ cause: FileError? = nil, as name: String, _ calls: FileCalls = .system
    ) -> LostPlace {
        LostPlace(reason: reason, outcome: saveAside(name, calls, after: cause))
    }

    /// Writes both files under the next free name, and says so; or why that can't be done, unless it is the same cause.
    private func saveAside(_ name: String, _ calls: FileCalls, after cause: FileError?) -> String {
        do throws(FileError) {
            let paths = try writeAside(name, calls)
            return
                "The network is saved as \(paths.weights.printable) and \(paths.description.printable) instead."
        } catch {
            if case .notWritten(let path, let reason, let remedy) = error,
                case .notWritten(_, reason, remedy)? = cause
            {
                return "Nor can \(path.printable), for the same reason: the network is not saved."
            }
            return "Nor can the network be saved under another name: \(error)"
        }
    }

    /// Writes both files under the first free name behind a taken one.
    private func writeAside(_ name: String, _ calls: FileCalls) throws(FileError) -> Paths {
        let stem = (try? Paths(checking: name).stem) ?? "network"
        var number = 0
        while true {
            number += 1
            let place = Place(new: Paths("\(stem)-\(number)"))
            guard place.isFree else { continue }
            do throws(WritingError) {
                try put(in: place, FileWriter.Options(calls: calls))
                return place.paths
            } catch {
                // Another program was faster.
                guard error == .appeared(at: error.path) else { throw FileError(error) }
            }
        }
    }
}
