import Testing

@testable import Training

@Suite struct `Arrays of other types in a safetensors file` {
    private static func file(_ header: String, _ numbers: [UInt8] = []) -> [UInt8] {
        let length = UInt64(header.utf8.count)
        return (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + Array(header.utf8) + numbers
    }

    /// Types of today's format that nnboard does not name, and one of a day to come.
    @Test(arguments: ["F8_E5M2", "F8_E4M3", "F8_E8M0", "F4", "F6_E2M3", "C64", "X128"])
    func `are passed over where nobody asks for them`(type: String) throws {
        let bytes = Self.file(
            #"{"other":{"dtype":""# + type + #"","shape":[3],"data_offsets":[0,3]},"#
                + #""x":{"dtype":"F32","shape":[1],"data_offsets":[3,7]}}"#,
            [1, 2, 3, 0, 0, 0x80, 0x3F])
        let read = try Safetensors(bytes: bytes)
        #expect(read.tensors == [.init("x", shape: [1], floats: [1])])
        #expect(read.passedOver == ["other": type])
        let folder = try OwnFolder()
        try WholeFile.write(bytes, to: folder.path + "/other.safetensors")
        let file = try SafetensorsFile(path: folder.path + "/other.safetensors")
        #expect(try file.tensor("other") == nil)
        #expect(try file.tensor("x")?.floats == [1])
        #expect(try Safetensors(path: file.path) == read)
    }

    @Test(arguments: ["BOOL", "U8", "I8"])
    func `of whole numbers are passed over, too`(type: String) throws {
        let read = try Safetensors(
            bytes: Self.file(
                #"{"mask":{"dtype":""# + type + #"","shape":[2],"data_offsets":[0,2]}}"#, [0, 1]))
        #expect(read["mask"]?.bytes == [0, 1])
    }

    @Test func `still leave no byte without an owner`() {
        let header = #"{"other":{"dtype":"F4","shape":[3],"data_offsets":[0,3]}}"#
        #expect { try Safetensors(bytes: Self.file(header, [1, 2])) } throws: { "\($0)".contains("cut off") }
        #expect { try Safetensors(bytes: Self.file(header, [1, 2, 3, 4])) } throws: {
            "\($0)".contains("belong to nothing")
        }
    }

    @Test func `are those that the last of several members names, as in Python`() throws {
        let header =
            #"{"x":{"dtype":"F8_E4M3","shape":[9],"data_offsets":[0,9]},"#
            + #""x":{"dtype":"F32","shape":[1.0],"data_offsets":[0,4.0]}}    "#
        let read = try Safetensors(bytes: Self.file(header, [0, 0, 0x80, 0x3F]))
        #expect(read.tensors == [.init("x", shape: [1], floats: [1])])
    }

    /// The bytes are NumPy's: `np.array(values).astype(type).tobytes()`; those of bfloat16 are ml_dtypes'.
    @Test(
        arguments: [
            (
                "F16", [0x00, 0x3C, 0x00, 0xC0, 0x01, 0x00, 0x00, 0x7C, 0xFF, 0x7B, 0x55, 0x35],
                [1, -2, 5.9604644775390625e-08, .infinity, 65504, 0.333251953125]
            ),
            (
                "BF16", [0x80, 0x3F, 0x00, 0xC0, 0x80, 0x7F, 0xAB, 0x3E, 0x01, 0x00],
                [1, -2, .infinity, 0.333984375, 0x1p-133]
            ),
            (
                "F64",
                [
                    0x55, 0x55, 0x55, 0x55, 0x55, 0x55, 0xD5, 0x3F, 0x9C, 0x75, 0x00, 0x88, 0x3C, 0xE4, 0x37,
                    0x7E,
                    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xF8, 0xBF,
                ], [0.3333333432674408, .infinity, -1.5]
            ),
        ] as [(String, [UInt8], [Float])])
    func `are converted to float32 where weights are read`(type: String, bytes: [UInt8], values: [Float])
        throws
    {
        let element = try #require(Safetensors.ElementType(rawValue: type))
        let tensor = Safetensors.Tensor("x", element, shape: [values.count], bytes: bytes)
        #expect(tensor.convertedFloats == values)
    }

    @Test func `keep what is not a number`() {
        let half = Safetensors.Tensor("x", .float16, shape: [1], bytes: [0x00, 0x7E])
        let brain = Safetensors.Tensor("x", .bfloat16, shape: [1], bytes: [0xC0, 0xFF])
        #expect(half.convertedFloats?.first?.isNaN == true)
        #expect(brain.convertedFloats?.first?.isNaN == true)
    }
}
