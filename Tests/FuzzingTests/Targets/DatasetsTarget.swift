import Foundation

@testable import Datasets

extension FuzzTarget {
    /// The data sets that are read from files of Keras'.
    ///
    /// An input is the arrays of an archive with ``mark`` between them; the archive around them is made here, since
    /// hardly any mutation would keep its checksums.
    static let datasets = FuzzTarget(
        "datasets", executions: 1_500, words: [mark] + npyWords,
        seeds: {
            let row = (0..<13).flatMap { _ in [0, 0, 0, 0, 0, 0, 0xF0, 0x3F] as [UInt8] }
            let table = array("<f8", "(2, 13)", row + row)
            let prices = array("<f8", "(2,)", Array(row.prefix(16)))
            let labels = [UInt8](repeating: 0, count: 16)
            let images = array("|u1", "(1, 28, 28)", [UInt8](repeating: 7, count: 784))
            return [
                table + mark + prices, images + mark + array("|u1", "(1,)", [3]),
                array("|O", "(2,)", PickleSeed.protocol2) + mark + array("<i8", "(2,)", labels),
            ]
        },
        run: { bytes in
            let parts = bytes.divided(at: mark, atMost: 4)
            let names = [
                ["x", "x_train", "x_test"], ["y", "y_train", "y_test"], ["x_test"], ["y_test"],
            ]
            var members: [String: [UInt8]] = [:]
            for (names, part) in Swift.zip(names, parts) {
                for name in names { members[name + ".npy"] = part }
            }
            let folder = try ScratchFolder()
            var wasRead = false
            for entry in Catalog.entries where !entry.files.isEmpty {
                for file in entry.files {
                    let content = file.name.hasSuffix(".json") ? Array("{\"a\": 1}".utf8) : archive(members)
                    try folder.write(content, to: file.name)
                }
                let locations = DataLocations(option: folder.path, environment: [:])
                guard let dataset = try? entry.load(Term(entry.name), from: locations, progress: { _ in })
                else { continue }
                wasRead = true
                for split in [dataset.train, dataset.test] where !dataset.classes.isEmpty {
                    try check(
                        split.labels.allSatisfy { dataset.classes.indices.contains(Int($0)) },
                        "\(entry.name) has a label that is none of its \(dataset.classes.count) classes")
                }
            }
            return wasRead
        })

    /// Stands between the parts of an input.
    static let mark = Array("\n~~~~\n".utf8)
}

extension [UInt8] {
    /// The parts between marks.
    ///
    /// - Parameters:
    ///   - mark: The mark between them.
    ///   - most: The largest number of parts; the last one may have marks in it.
    /// - Returns: At least one part.
    func divided(at mark: [UInt8], atMost most: Int) -> [[UInt8]] {
        var parts: [[UInt8]] = []
        var start = 0
        var place = 0
        while parts.count < most - 1, place + mark.count <= count {
            if self[place] == mark[0], self[place..<place + mark.count].elementsEqual(mark) {
                parts.append(Array(self[start..<place]))
                place += mark.count
                start = place
            } else {
                place += 1
            }
        }
        return parts + [Array(self[start...])]
    }
}

/// A folder for the files of one input, removed with all that is in it.
final class ScratchFolder: Sendable {
    let path: String

    init() throws {
        // In memory where that is possible: a fuzzer writes some thousand files a second.
        let memory = "/dev/shm"
        let parent = access(memory, W_OK) == 0 ? memory : FileManager.default.temporaryDirectory.path
        path = parent + "/nnboard-fuzz-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(filePath: path + "/" + name))
    }
}
