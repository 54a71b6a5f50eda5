import Foundation
import Testing

@testable import Datasets

@Suite struct `Clouds of points` {
    private func load(_ text: String) throws -> Dataset {
        try Catalog.load(Term(parsing: text), from: DataLocations(environment: [:]))
    }

    private func points(_ split: Split) throws -> [(x: Double, y: Double)] {
        guard case .dense(let rows) = split.inputs else { throw CocoaError(.coderInvalidValue) }
        return (0..<rows.count).map { (Double(rows[$0].first ?? .nan), Double(rows[$0].last ?? .nan)) }
    }

    /// A case of `points.json`, which scikit-learn has drawn (`make_points.py`).
    struct Example: Decodable {
        let term: String
        let points: [[Double]]
        let labels: [Int32]
    }

    @Test(arguments: PointCloud.shapes.map(\.name))
    func `are points of two classes, half of them to learn from`(name: String) throws {
        let dataset = try load(name)
        #expect(dataset.train.count == 200)
        #expect(dataset.test.count == 200)
        #expect(dataset.form == .point)
        #expect(dataset.features.map(\.name) == ["x", "y"])
        #expect(dataset.classes == ["0", "1"])
        #expect(dataset.title == name)
        #expect(dataset.reference.description == name)
        for split in [dataset.train, dataset.test] {
            #expect(split.classCounts(2).allSatisfy { (70...130).contains($0) })
            #expect(try points(split).allSatisfy { abs($0.x) < 8 && abs($0.y) < 8 })
        }
    }

    @Test func `are scikit-learn's where they bear its names`() throws {
        let examples = try JSONDecoder().decode(
            [Example].self, from: Data(contentsOf: Reference.own("points.json")))
        #expect(examples.count == 6)
        for example in examples {
            let dataset = try load(example.term)
            #expect(dataset.train.labels + dataset.test.labels == example.labels, "\(example.term)")
            // numpy has sines of its own, which may differ from the C library's in the last digit.
            for (point, expected) in zip(try points(dataset.train) + points(dataset.test), example.points) {
                #expect(abs(point.x - expected[0]) < 1e-6, "\(example.term)")
                #expect(abs(point.y - expected[1]) < 1e-6, "\(example.term)")
            }
        }
    }

    @Test func `wind outwards as spirals, up to five of them`() throws {
        let dataset = try load("spirals(classes=5, count=1000, noise=0)")
        #expect(dataset.classes.count == 5)
        let all = try points(dataset.train) + points(dataset.test)
        let labels = dataset.train.labels + dataset.test.labels
        for label in 0..<Int32(5) {
            let arm = zip(all, labels).filter { $0.1 == label }.map(\.0)
            let distances = arm.map { ($0.x * $0.x + $0.y * $0.y).squareRoot() }.sorted()
            #expect(arm.count == 200)
            #expect(
                zip(distances, 0..<200).allSatisfy { abs($0 - 5 * Double($1) / 200) < 1e-5 },
                "as far from one to the next")
        }
    }

    @Test func `are judged by their signs as xor, with a lane between the squares`() throws {
        let clean = try load("xor(noise=0)")
        for split in [clean.train, clean.test] {
            for (point, label) in zip(try points(split), split.labels) {
                #expect((point.x * point.y > 0) == (label == 1))
                #expect(abs(point.x) > 0.299 && abs(point.y) > 0.299)
            }
        }
        let noisy = try load("xor(noise=3)").train
        let wrong = zip(try points(noisy), noisy.labels).count { ($0.x * $0.y > 0) != ($1 == 1) }
        #expect((10...90).contains(wrong))
    }

    @Test func `lie around their middles as gaussians`() throws {
        let split = try load("gaussians(count=4000)").train
        for label in [0, 1] as [Int32] {
            let cloud = zip(try points(split), split.labels).filter { $0.1 == label }.map(\.0)
            let middle = cloud.map(\.x).reduce(0, +) / Double(cloud.count)
            #expect(abs(middle - (label == 0 ? -2 : 2)) < 0.15)
        }
    }

    @Test(arguments: [
        "moons(count=101)", "spirals(classes=3, count=90, noise=0.5)", "circles(seed=7)", "xor(noise=0)",
        "blobs(count=200, noise=2, seed=1)", "gaussians(noise=2.5)",
    ])
    func `take arguments, and say so`(text: String) throws {
        #expect(try load(text).reference.description == text)
    }

    @Test(arguments: PointCloud.shapes.map(\.name), 1...3)
    func `may be few`(name: String, count: Int) throws {
        let dataset = try load("\(name)(count=\(count))")
        #expect(dataset.train.count + dataset.test.count == count)
    }

    @Test func `are drawn alike by the same seed, and otherwise by another`() throws {
        #expect(try load("moons(seed=3)").train == load("moons(seed=3)").train)
        #expect(try load("moons(seed=3)").train != load("moons(seed=4)").train)
    }

    @Test(arguments: [
        ("moons(classes=2)", "has no argument “classes”"), ("spirals(classes=6)", "must be from 2 to 5"),
        ("xor(noise=-1)", "must be from 0 to 100"), ("circles(count=0)", "must be from 1 to 1000000"),
        ("blobs(noise=none)", "must be a number"),
    ])
    func `refuse other arguments in words`(text: String, complaint: String) throws {
        let error = #expect(throws: TermError.self) { try load(text) }
        #expect(error?.description.contains(complaint) == true, "\(error?.description ?? "")")
    }
}
