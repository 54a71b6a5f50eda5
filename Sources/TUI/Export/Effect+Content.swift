/// The bytes of what is exported.
extension Effect.Content {
    /// The form that it is written in.
    var form: ExportForm {
        switch self {
        case .csv: .csv
        case .svg: .svg
        case .png: .png
        }
    }

    /// Puts it into its form.
    ///
    /// - Parameter title: The title of a picture.
    /// - Returns: All bytes of the file.
    /// - Throws: ``ExportError`` if it can't be painted.
    func bytes(title: String) throws(ExportError) -> [UInt8] {
        switch self {
        case .csv(let table): Array(table.csv.utf8)
        case .svg(let canvas, let theme): Array(SVG(canvas, theme: theme, title: title).text.utf8)
        case .png(let canvas, let theme): try PNG.bytes(of: SVG(canvas, theme: theme))
        }
    }
}
