import CZlib

/// Undoes deflate (RFC 1951), of which nothing is believed: neither its own end nor the size that was announced.
enum Inflate {
    enum Failure: Error, Equatable {
        /// The bytes are not deflated data; how many were read when that showed.
        case corrupt(at: Int)
        /// The data ends before its end mark.
        case truncated
        /// More bytes come out than were announced.
        case tooLong
        /// zlib could not get the memory that it works in.
        case noMemory
    }

    /// Inflates a run of bytes.
    ///
    /// Memory grows with what has really come out, so that a small lie can't make a large allocation.
    ///
    /// - Parameters:
    ///   - input: Raw deflated data, without the header of zlib or gzip.
    ///   - size: The largest number of bytes that may come out.
    /// - Returns: The inflated bytes, and the number of bytes of `input` that they took.
    /// - Throws: ``Failure``.
    static func inflate(_ input: ArraySlice<UInt8>, size: Int) throws -> (output: [UInt8], used: Int) {
        var stream = z_stream()
        // A negative window size means raw data. The macro inflateInit2 is not visible here.
        guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw Failure.noMemory
        }
        defer { inflateEnd(&stream) }

        return try input.withUnsafeBufferPointer { source in
            // zlib does not write to its input, but its declaration lacks the const.
            stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
            stream.avail_in = uInt(source.count)
            var output: [UInt8] = []
            output.reserveCapacity(min(size + 1, 8 * source.count))
            // One byte more than announced is let out, to tell too long from just right.
            while true {
                let room = min(max(1 << 16, output.count), size + 1 - output.count)
                let status = output.append(inflating: &stream, room: room)
                let used = source.count - Int(stream.avail_in)
                guard output.count <= size else { throw Failure.tooLong }
                switch status {
                case Z_STREAM_END: return (output, used)
                case Z_OK where stream.avail_out == 0: continue
                case Z_OK, Z_BUF_ERROR: throw Failure.truncated
                case Z_MEM_ERROR: throw Failure.noMemory
                default: throw Failure.corrupt(at: used)
                }
            }
        }
    }

    /// The checksum that zip keeps of each member.
    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        UInt32(truncatingIfNeeded: CZlib.crc32_z(0, bytes, bytes.count))
    }
}

extension [UInt8] {
    /// Lets zlib put up to `room` bytes behind the end.
    fileprivate mutating func append(inflating stream: inout z_stream, room: Int) -> Int32 {
        var status = Z_OK
        append(addingCapacity: room) { span in
            span.withUnsafeMutableBufferPointer { buffer, count in
                stream.next_out = buffer.baseAddress
                stream.avail_out = uInt(room)
                status = inflate(&stream, Z_NO_FLUSH)
                count = room - Int(stream.avail_out)
            }
        }
        return status
    }
}
