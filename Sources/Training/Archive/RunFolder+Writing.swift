import Datasets
import Glibc

/// Files of a run that lives.
extension RunFolder {
    /// Writes what a shelf wants to be in files.
    ///
    /// - Returns: The number of bytes by which the lines have become longer.
    /// - Throws: ``FileError``; the folder is then as if nothing had been written.
    func write(_ writing: Shelf.Writing) throws(FileError) -> Int {
        switch writing {
        case .weights(let network, let moment):
            try write(network, at: moment)
            return 0
        case .epoch(let checkpoint, let parts, let records, let behind):
            for part in parts {
                switch part {
                case .weights(let moment): try write(checkpoint.network, at: moment)
                case .state: try RunFile.write(checkpoint.file.checksummed.bytes, to: path(of: part))
                }
            }
            // Last: a line says that all of its epoch is in files.
            let lines = Array(records.map { "\($0.json)\n" }.joined().utf8)
            guard !lines.isEmpty else { return 0 }
            try RunFile.write(lines, to: path + "/" + Self.linesName, at: behind.bytes)
            return lines.count
        }
    }

    private func write(_ network: Network, at moment: Moment) throws(FileError) {
        var file = Safetensors(metadata: [
            "layers": network.model.layers.map(\.text).joined(separator: ", "),
            "loss": network.model.loss.text,
        ])
        for (layer, weights) in network.weights.enumerated() {
            for (place, array) in weights.arrays.enumerated() {
                file.tensors.append(.init("\(layer)/\(place)", array))
            }
        }
        try RunFile.write(file.checksummed.bytes, to: path(of: .weights(moment)))
    }

    /// Notes that the run has come to its end.
    ///
    /// Without the note, the next start takes a run with fewer epochs than planned for one that was cut off, and `reopen`
    /// trains the others.
    func noteEnd(_ ending: RunEnding, after epoch: Int) {
        try? RunFile.write(Array("\(epoch) \(ending.rawValue)\n".utf8), to: path + "/" + Self.endName)
    }

    /// The end of a run and the epoch that it came with; `nil` where the bytes are not those of a whole note.
    static func end(from note: [UInt8]) -> (epoch: Int, ending: RunEnding)? {
        guard note.last == UInt8(ascii: "\n") else { return nil }
        let words = String(decoding: note.dropLast(), as: UTF8.self).split(separator: " ")
        guard words.count == 2, let epoch = Int(words[0]), let ending = RunEnding(rawValue: String(words[1]))
        else { return nil }
        return (epoch, ending)
    }

    /// Brings to the disk what a shelf wants on it: files, then their names, then the lines that need both.
    ///
    /// - Throws: ``FileError``; nothing is sure then.
    func flush(_ flushing: Shelf.Flushing) throws(FileError) {
        let isFirst = flushing.lines != nil && !isSure.load(ordering: .relaxed)
        if isFirst { try RunFile.flush(path + "/" + Self.fitName) }
        for part in flushing.parts { try RunFile.flush(path(of: part)) }
        try RunFile.flush(path)
        guard flushing.lines != nil else { return }
        if isFirst {
            for folder in surroundings { try RunFile.flush(folder) }
            isSure.store(true, ordering: .relaxed)
        }
        try RunFile.flush(path + "/" + Self.linesName)
    }

    /// Gives a file of another run a second name here; whether that could be done.
    func link(_ part: Shelf.Part, of other: RunFolder?) -> Bool {
        guard let other else { return false }
        return Glibc.link(other.path(of: part), path(of: part)) == 0
    }
}
