/// What is asked of one prediction: which words decided it, and what would be if.
extension ActionTable {
    static let why: [ActionEntry] = [
        key("V", .previousView, "view back", "the view before"),
        key("c", .next, "class", "ask about the next likely class; the unit's next sample"),
        key("p", .previous, "class back", "ask about the class before; the unit's sample before"),
        key("*", .likeliest, "likeliest", "ask about the likeliest class again"),
        key("a", .against, "against", "why not the best other class; the class alone again"),
        key("x", .switchWord, "word off", "leave the word out; take it in. Of points: the next layer"),
        key("A", .addWords, "add words", "add words to the text, and see what changes"),
        key("enter", .go, "go", "go to the sample that is chosen; write a text of your own"),
        key("L", .logarithmic, "log", "bars by powers of ten; in even steps again"),
        key("", .write, "write", "write a text of your own, and see what the network says"),
        key("", .restore, "restore", "the sample as it is, after words were changed"),
        with("view", .view, "view", "choose a view of the inspector"),
        with("why", .classes, "why", "ask about a class, and why not about another"),
        with("word", .word, "word", "leave a word out; take it in, or add it"),
        with("suppose", .sentence, "suppose", "ask about a text of your own"),
    ]

    private static func key(
        _ keys: String, _ change: WhyChange, _ hint: String, _ help: String
    ) -> ActionEntry {
        ActionEntry(
            group: .inspector, scope: .inspector, keys: Key.list(keys), meaning: .command(.why(change)),
            help: help, hint: hint)
    }

    private static func with(
        _ words: String, _ argument: Argument, _ hint: String, _ help: String
    ) -> ActionEntry {
        ActionEntry(
            group: .inspector, scope: .everywhere, keys: [], meaning: .with(words, argument), help: help,
            hint: hint)
    }
}
