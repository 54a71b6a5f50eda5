import Testing

@testable import Datasets

@Suite struct `Handwritten digits` {
    private func load(_ archive: ZipWriter) throws -> Dataset {
        let folder = try TemporaryFolder()
        try folder.write(archive.bytes, to: "mnist.npz")
        return try MNIST().load(
            Term("mnist"), from: DataLocations(option: folder.path, environment: [:])
        ) { _ in }
    }

    /// Two images to train with and one to test, every pixel being its place in the image.
    private func archive(side: Int = 28, digits: [UInt8] = [7, 0], type: String = "|u1") -> ZipWriter {
        func images(_ count: Int) -> [UInt8] {
            let pixels = (0..<count * side * side).map { UInt8(truncatingIfNeeded: $0 % (side * side)) }
            return Bytes.npy(type, "(\(count), \(side), \(side))", pixels)
        }
        return ZipWriter(
            .init(name: "x_test.npy", bytes: images(1), isDeflated: true),
            .init(name: "x_train.npy", bytes: images(2), isDeflated: true),
            .init(name: "y_train.npy", bytes: Bytes.npy("|u1", "(\(digits.count),)", digits)),
            .init(name: "y_test.npy", bytes: Bytes.npy("|u1", "(1,)", [9])))
    }

    @Test func `are rows of pixels from 0 to 255, in the file's order`() throws {
        let dataset = try load(archive())
        #expect(dataset.train.labels == [7, 0])
        #expect(dataset.test.labels == [9])
        #expect(dataset.classes.count == 10)
        guard case .dense(let rows) = dataset.train.inputs else {
            Issue.record("the images are not dense")
            return
        }
        #expect(rows.columns == 784)
        #expect(rows[1].prefix(300).map { Int($0) } == (0..<300).map { $0 % 256 })
    }

    @Test func `are refused where they are none`() throws {
        #expect(
            complaint { try load(archive(side: 27)) }
                == "x_train has shape (2, 27, 27), y_train (2,): x_train should hold images of 28 × 28 pixels, "
                + "(n, 28, 28)")
        #expect(
            complaint { try load(archive(digits: [7, 10])) }
                == "y_train, number 1: 10 is no digit, since they run from 0 to 9")
        #expect(
            complaint { try load(archive(digits: [7])) }
                == "x_train has shape (2, 28, 28), y_train (1,): 2 images need y_train of shape (2,) or (2, 1)"
        )
    }
}
