enum ExportFile { static func write(_ content: Effect.Content, name: String) throws -> String { "" } }
extension ExportTable { var csv: String { "" } }
