/// Files of a person's choice.
extension World {
    /// Does something with a file, and tells what came of it.
    func carryOut(_ errand: FileErrand) {
        writing.enter()
        detach { [mailbox, writing] in
            mailbox.send(.found(.filed(errand.news())))
            writing.leave()
        }
    }
}
