import Testing

@testable import Training

/// The format's description, byte by byte: https://huggingface.co/docs/safetensors.
@Suite struct `A safetensors file` {
    /// A header and numbers, put together by hand.
    private static func file(_ header: String, _ numbers: [UInt8] = []) -> [UInt8] {
        let length = UInt64(header.utf8.count)
        return (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + Array(header.utf8) + numbers
    }

    private static let everything = Safetensors(
        metadata: ["format": "pt", "note": "two\nlines, “quotes”, \\ and 🙂"],
        tensors: [
            .init("counts", shape: [3], uint64s: [0, 1, .max]),
            .init("double", shape: [1], doubles: [-0.1]),
            .init(
                "dense/kernel", shape: [2, 3], floats: [0, -0.0, .infinity, Float(bitPattern: 1), .pi, -1]),
            .init("scalar", shape: [], floats: [7]),
            .init("labels", shape: [2], int32s: [.min, .max]),
            .init("none", shape: [0, 5], floats: []),
        ])

    @Test func `gives back what was put into it`() throws {
        let read = try Safetensors(bytes: Self.everything.bytes)
        #expect(read == Self.everything)
        #expect(read["labels"]?.int32s == [.min, .max])
        #expect(read["counts"]?.uint64s == [0, 1, .max])
        #expect(read["double"]?.doubles == [-0.1])
        #expect(read["counts"]?.floats == nil)
    }

    @Test func `keeps every bit of a number that is none`() throws {
        let bits: [UInt32] = [0x7FC0_0001, 0xFFC0_0000, 0x7F80_0001, 0x8000_0000]
        let file = Safetensors(tensors: [.init("nan", shape: [4], floats: bits.map(Float.init(bitPattern:)))])
        let read = try #require(try Safetensors(bytes: file.bytes)["nan"]?.floats)
        #expect(read.map(\.bitPattern) == bits)
    }

    @Test func `is read as the format describes it`() throws {
        let bytes = Self.file(
            #"{"__metadata__":{"a":"b"},"x":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}   "#,
            [0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0])
        let read = try Safetensors(bytes: bytes)
        #expect(read.metadata == ["a": "b"])
        #expect(read.tensors == [.init("x", shape: [1, 2], floats: [1, -2])])
    }

    @Test func `begins its numbers at a multiple of eight, the larger elements first`() throws {
        let mixed = Safetensors(tensors: [
            .init("b", shape: [1], int32s: [1]), .init("a", shape: [1], uint64s: [2]),
        ])
        let bytes = mixed.bytes
        let length = Int(bytes[0]) + Int(bytes[1]) << 8
        #expect(length % 8 == 0)
        #expect(Array(bytes[(8 + length)...]) == [2, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0])
        #expect(bytes[8] == UInt8(ascii: "{"))
    }

    @Test func `is read array by array`() throws {
        let folder = try OwnFolder()
        let path = folder.path + "/all.safetensors"
        try Self.everything.write(to: path)
        let file = try SafetensorsFile(path: path)
        #expect(file.metadata == Self.everything.metadata)
        #expect(file.names == Self.everything.tensors.map(\.name))
        #expect(try file.tensor("dense/kernel") == Self.everything["dense/kernel"])
        #expect(try file.tensor("bias") == nil)
        #expect(try Safetensors(path: path) == Self.everything)
    }

    @Test func `takes the place of another one as a whole`() throws {
        let folder = try OwnFolder()
        let path = folder.path + "/model.safetensors"
        try folder.write("something else", to: "model.safetensors")
        try Self.everything.write(to: path)
        #expect(try Safetensors(path: path) == Self.everything)
    }

    @Test(arguments: [
        ("", "it has only 0 bytes"),
        ("12345678", "a header of 4050765991979987505 bytes"),
        ("\u{40}\0\0\0\0\0\0\0{}", "should have 64 bytes, but only 2 are left"),
        ("\u{1}\0\0\0\0\0\0\0{", "its header is no JSON (byte 1: here should be a name in quotes)"),
        ("\u{2}\0\0\0\0\0\0\0[]", "its header is no JSON object"),
    ])
    func `of a wrong beginning is refused`(text: String, problem: String) {
        #expect { try Safetensors(bytes: Array(text.utf8)) } throws: { "\($0)".contains(problem) }
    }

    @Test(arguments: [
        (#"{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#, "take 8 bytes, but only 4 are there"),
        (#"{"x":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}}"#, "4 bytes at its end belong to nothing"),
        (#"{"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#, "4 bytes before “x” belong to nothing"),
        (#"{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}"#, "F32 in the shape [2] takes 8"),
        (#"{"x":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}"#, "no list of whole numbers"),
        (#"{"x":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}"#, "no list of whole numbers"),
        (#"{"x":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}"#, "not where it begins and where it ends"),
        (#"{"x":{"dtype":"F32","shape":[1]}}"#, "not where it begins and where it ends"),
        (#"{"x":{"shape":[1],"data_offsets":[0,4]}}"#, "“x” has no dtype"),
        (
            #"{"x":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,4]}}"#,
            "larger than any memory"
        ),
        (#"{"__metadata__":{"a":1}}"#, "“a” of its __metadata__ is no text"),
        (
            #"{"x":{"dtype":"U8","shape":[3],"data_offsets":[0,3]},"y":{"dtype":"U8","shape":[2],"data_offsets":[2,4]}}"#,
            "“y” overlaps"
        ),
    ])
    func `of a wrong header is refused`(header: String, problem: String) {
        let bytes = Self.file(header, [1, 2, 3, 4])
        #expect { try Safetensors(bytes: bytes, path: "model.safetensors") } throws: {
            "\($0)".contains(problem) && "\($0)".hasPrefix("model.safetensors can't be used: ")
        }
    }

    @Test func `that was cut off anywhere is refused, and never read past its end`() throws {
        let whole = Self.everything.bytes
        let folder = try OwnFolder()
        for count in stride(from: 0, to: whole.count, by: 7) {
            #expect(throws: FileError.self) { try Safetensors(bytes: Array(whole[..<count])) }
            let path = folder.path + "/cut"
            try WholeFile.write(Array(whole[..<count]), to: path)
            #expect(throws: FileError.self) { try Safetensors(path: path) }
        }
    }

    @Test func `that isn't there, or is no file, is refused in words`() throws {
        let folder = try OwnFolder()
        #expect { try Safetensors(path: folder.path + "/none") } throws: {
            "\($0)".contains("can't be read: No such file or directory")
        }
        #expect { try Safetensors(path: folder.path) } throws: { "\($0)".contains("it is a folder") }
        #expect { try Safetensors().write(to: folder.path + "/no/where") } throws: {
            "\($0)".contains("can't be written: there is no folder")
        }
    }
}
