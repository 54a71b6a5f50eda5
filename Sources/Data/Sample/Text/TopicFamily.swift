/// Topics that are written about with the same words, and what there is to say about each.
struct TopicFamily: Sendable {
    /// Rules that all its topics know, as text of a ``Grammar``.
    var shared: String
    /// The topics themselves.
    var topics: [TopicText]

    /// All of them; together they cover ``NewswireTopics/names``.
    static let all = [corporate, money, economy, grains, softs, energy, metals]
}

/// The rules for the stories of one topic.
struct TopicText: Sendable {
    /// Its name among ``NewswireTopics/names``.
    var name: String
    /// The percentage of wires under this topic that tell a neighbour's story.
    var strays: Int
    /// The topics whose stories those tell; one that stands here twice is told twice as often.
    var neighbours: [String]
    /// Its own rules, which hide the family's of the same name.
    ///
    /// Each topic has `lead`, how a story begins, and `detail`, how it continues.
    var text: String

    init(_ name: String, strays: Int, to neighbours: String, _ text: String) {
        self.name = name
        self.strays = strays
        self.neighbours = neighbours.split(separator: " ").map(String.init)
        self.text = text
    }
}
