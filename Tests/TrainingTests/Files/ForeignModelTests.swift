import Datasets
import Foundation
import Testing

@testable import Training

/// Models whose files other programs have written or changed.
@Suite struct `A model that another program wrote` {
    /// Small models of blobs; see README.md there.
    private static let cases = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
        .path

    /// A network of one layer, whose weights are in a file of some type.
    private func model(
        _ folder: OwnFolder, _ type: Safetensors.ElementType, kernel: [UInt8], bias: [UInt8],
        change: (String) -> String = { $0 }
    ) throws -> ModelFile {
        let weights = Safetensors(tensors: [
            .init("dense/kernel", type, shape: [2, 2], bytes: kernel),
            .init("dense/bias", type, shape: [2], bytes: bias),
        ])
        try WholeFile.write(weights.bytes, to: folder.path + "/m.safetensors")
        let json = """
            {"format": "nnboard model", "version": 1.0, "weights": "m.safetensors",
             "weights_sha256": "\(SHA256.hexadecimal(weights.bytes).uppercased())",
             "experiment": "dataset = blobs\\nlayers = dense(2, activation=softmax)\\n",
             "inputs": 2.0, "trained_epochs": 3, "trained_epochs": 4.0, "results": {"val_loss": NaN, "a": Infinity},
             "classes": ["\\ud83d\\ude42", "b"], "features": [{"name": "x"}, {"name": "y"}], "values": []}   \n
            """
        try folder.write(change(json), to: "m.json")
        return try ModelFile(path: folder.path + "/m")
    }

    private static let halves: (kernel: [UInt8], bias: [UInt8]) = (
        [0x00, 0x3C, 0x00, 0xC0, 0x00, 0x38, 0x55, 0x35], [0x00, 0x00, 0x00, 0x3C]
    )

    @Test func `is read as Python writes JSON`() throws {
        let folder = try OwnFolder()
        let model = try model(folder, .float16, kernel: Self.halves.kernel, bias: Self.halves.bias)
        #expect(model.epochs == 4)
        #expect(model.classes == ["🙂", "b"])
        #expect(model.results.map(\.name) == ["val_loss", "a"])
        #expect(model.results[0].value.isNaN && model.results[1].value == .infinity)
    }

    @Test(
        arguments: [
            (Safetensors.ElementType.float16, halves.kernel, halves.bias, "float16", Float(0.333251953125)),
            (
                .bfloat16, [0x80, 0x3F, 0x00, 0xC0, 0x00, 0x3F, 0xAB, 0x3E], [0x00, 0x00, 0x80, 0x3F],
                "bfloat16",
                0.333984375
            ),
            (
                .float64,
                [1, -2, 0.5, 1.0 / 3].flatMap { withUnsafeBytes(of: $0.bitPattern.littleEndian, Array.init) },
                [0, 1].flatMap { withUnsafeBytes(of: Double($0).bitPattern.littleEndian, Array.init) },
                "float64",
                0.33333334
            ),
        ] as [(Safetensors.ElementType, [UInt8], [UInt8], String, Float)])
    func `has its weights converted to float32, and says so`(
        type: Safetensors.ElementType, kernel: [UInt8], bias: [UInt8], name: String, last: Float
    ) throws {
        let folder = try OwnFolder()
        let model = try model(folder, type, kernel: kernel, bias: bias)
        #expect(model.network.weights[0].kernel.values == [1, -2, 0.5, last])
        #expect(model.network.weights[0].bias == [0, 1])
        #expect(model.conversion == "The weights are \(name) in the file, and were converted to float32.")
        try model.write(to: folder.path + "/again")
        let again = try ModelFile(path: folder.path + "/again")
        #expect(again.network.weights[0].kernel.values == [1, -2, 0.5, last])
        #expect(again.conversion == nil)
    }

    @Test(arguments: ["", #""weights_sha256": null,"#])
    func `is read without the checksum of its weights`(left: String) throws {
        let folder = try OwnFolder()
        let model = try model(folder, .float16, kernel: Self.halves.kernel, bias: Self.halves.bias) { json in
            json.replacing(/"weights_sha256": "[^"]*",/, with: left)
        }
        #expect(model.network.weights[0].kernel.values == [1, -2, 0.5, 0.333251953125])
    }

    @Test func `is refused by the type of its weights where that is no floating-point number`() throws {
        let folder = try OwnFolder()
        #expect { try model(folder, .int8, kernel: [1, 2, 3, 4], bias: [1, 2]) } throws: {
            "\($0)".contains("“dense/kernel” is I8 in the shape [2, 2]") && "\($0)".contains("F16, BF16, F64")
        }
        // The header alone is changed, to a type of the same size in bytes that nnboard has no use for.
        let path = folder.path + "/m.safetensors"
        var bytes = Safetensors(tensors: [
            .init("dense/bias", .uint8, shape: [2], bytes: [1, 2]),
            .init("dense/kernel", .uint8, shape: [4], bytes: [1, 2, 3, 4]),
        ]).bytes
        for place in bytes.indices.dropLast() where bytes[place...].starts(with: "U8".utf8) {
            bytes[place] = UInt8(ascii: "F")
        }
        try WholeFile.write(bytes, to: path)
        #expect { try ModelFile(path: path) } throws: {
            "\($0)".contains("is of the type F8, but weights are read from F32, F16, BF16 and F64")
        }
    }

    @Test func `is refused where a weight is beyond the range of float32`() throws {
        let folder = try OwnFolder()
        func load(_ kernel: [Double], _ bias: [Double]) throws -> ModelFile {
            let bytes = [kernel, bias].map { numbers in
                numbers.flatMap { withUnsafeBytes(of: $0.bitPattern.littleEndian, Array.init) }
            }
            return try model(folder, .float64, kernel: bytes[0], bias: bytes[1])
        }
        #expect { try load([1, -2, -1e300, 0], [0, 1]) } throws: {
            "\($0)" == folder.path
                + "/m.safetensors can't be used: “dense/kernel”, row 1, column 0: -1e+300 is beyond "
                + "the range of 32-bit floats (3.4e+38). Save the network again with weights within that range."
        }
        #expect { try load([1, -2, 0, 0], [0, 3.4028236e38]) } throws: {
            "\($0)".contains("“dense/bias”, number 1: 3.4028236e+38 is beyond the range")
        }
        // Infinite in the file, too, and the largest that is not.
        let kept = try load([.infinity, 3.4028234e38, 1e-300, 0], [0, 1])
        #expect(kept.network.weights[0].kernel.values == [.infinity, .greatestFiniteMagnitude, 0, 0])
    }

    @Test func `is refused where a scale is no finite number`() throws {
        let folder = try OwnFolder()
        let halves = Self.halves
        #expect {
            try model(folder, .float16, kernel: halves.kernel, bias: halves.bias) {
                $0.replacing(#"{"name": "x"}"#, with: #"{"name": "x", "scale": NaN}"#)
            }
        } throws: {
            "\($0)".contains("the scale or the offset of “x” is no finite number")
        }
    }

    @Test func `may begin with a byte order mark`() throws {
        let model = try ModelFile(path: Self.cases + "/json_BOM")
        #expect(model.network.inputs == 2)
        #expect(model.conversion == nil)
    }

    @Test func `may hold arrays that nobody asks for`() throws {
        let model = try ModelFile(path: Self.cases + "/extra_F8_tensor")
        let plain = try ModelFile(path: Self.cases + "/json_BOM")
        #expect(model.network == plain.network)
        #expect(try !Safetensors(path: Self.cases + "/extra_F8_tensor.safetensors").passedOver.isEmpty)
    }
}
