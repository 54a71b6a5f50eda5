/// Questions about one prediction: the words that decided it, and the prediction for a changed sample.
extension ActionTable {
    static let why: [ActionEntry] = [
        key("", .previousView, "view back", "the view before"),
        key("c", .next, "class", "the next likely class; the unit's next sample"),
        key("p", .previous, "class back", "the class before; the unit's sample before"),
        key("*", .likeliest, "likeliest", "ask about the likeliest class again"),
        key("a", .against, "against", "why not the best other class; without it"),
        key("x", .switchWord, "word off", "the word out, or in; of points the next layer"),
        key("A", .addWords, "add words", "add words to the text, and see what changes"),
        key("enter", .go, "go", "go to the chosen sample; write a text"),
        key("L", .logarithmic, "log", "bars by powers of ten; in even steps again"),
        key("", .write, "write", "ask about a text that you write"),
        key("", .restore, "restore", "the sample as it is, after words were changed"),
        entry(.inspector, "view", .view, "view", "choose a view of the inspector"),
        entry(.inspector, "why", .classes, "why", "ask about a class, and why not about another"),
        entry(.inspector, "word", .word, "word", "leave a word out; take it in, or add it"),
        entry(.inspector, "suppose", .sentence, "suppose", "ask about a text"),
    ]

    private static func key(
        _ keys: String, _ change: WhyChange, _ hint: String, _ help: String
    ) -> ActionEntry {
        entry(.inspector, .inspector, keys, .why(change), hint, help)
    }
}
