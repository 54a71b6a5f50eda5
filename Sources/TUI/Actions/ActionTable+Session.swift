/// What is done with sessions and models as files.
extension ActionTable {
    static let session: [ActionEntry] = []
}
