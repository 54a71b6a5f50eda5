/// What is asked of one prediction: which words decided it, and what would be if.
extension ActionTable {
    static let why: [ActionEntry] = []
}
