import CPicture

/// A screen as a picture of pixels.
public enum PNG {
    /// Paints a drawing.
    ///
    /// librsvg is loaded for it, and its 48 libraries, at the first picture.
    ///
    /// - Parameters:
    ///   - drawing: The drawing to paint.
    ///   - scale: The pixels that a pixel of the drawing takes each way; 2 is sharp on most screens.
    /// - Returns: The bytes of a PNG file.
    /// - Throws: ``ExportError`` if the library is missing or refuses.
    public static func bytes(of drawing: SVG, scale: Int = 2) throws(ExportError) -> [UInt8] {
        let (width, height) = (drawing.width * scale, drawing.height * scale)
        var text = drawing.text
        var picture = text.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) {
                picture_png($0.baseAddress, $0.count, Int32(width), Int32(height))
            }
        }
        defer { picture_free(&picture) }
        let words = withUnsafeBytes(of: &picture.message) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        switch picture.status {
        case PICTURE_DONE: return Array(UnsafeBufferPointer(start: picture.bytes, count: picture.count))
        case PICTURE_NO_LIBRARY: throw .noLibrary(words)
        case PICTURE_TOO_LARGE: throw .tooLarge(width: width, height: height)
        default: throw .notPainted(words)
        }
    }
}
