/// Files of a person's choice.
extension World {
    /// Does something with a file, and tells what came of it.
    ///
    /// One after another: of two that write to the same place the later one is meant to stay.
    func carryOut(_ errand: FileErrand) {
        errands.add(FileQueue.Job(name: errand.file.name) { .found(.filed(errand.news())) }, for: self)
    }

    /// Writes a picture or a table, and tells what came of it.
    func write(_ content: Effect.Content, _ name: String) {
        let job = FileQueue.Job(name: name) {
            do {
                return .written("\(try ExportFile.write(content, name: name))".harmless)
            } catch {
                return .writingFailed("\(error)")
            }
        }
        exports.add(job, for: self)
    }
}
