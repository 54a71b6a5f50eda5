/// Files of a person's choice.
extension World {
    /// Does something with a file, and tells what came of it.
    func carryOut(_ errand: FileErrand, _ ticket: FileTicket) {
        let job = FileQueue.Job(name: errand.name, targets: errand.targets) {
            .found(.filed(errand.news(), ticket))
        }
        errands.add(job, for: self)
    }
}
