import Datasets

/// A step of a session: a command, or `tick`, in which every run trains an epoch.
typealias Move = String

/// Moves drawn by lot, the same for the same seed.
struct RandomMoves {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    private static let numbers = ["0", "1", "2", "3", "7", "24", "64", "100000", "-1"]
    private static let panes = ["data", "model", "curves", "inspector", "log", "results"]

    /// Commands with something to be filled in.
    private static let forms: [(text: String, choices: [String])] = [
        ("focus *", panes), ("hide *", panes), ("choose data *", numbers), ("choose model *", numbers),
        ("choose results *", numbers), ("select train *", numbers), ("select test *", numbers),
        ("part *", ["train", "test", "validation"]), ("keep words *", ["frost", "gold mine", "nothing", ""]),
        ("keep class *", numbers + ["all"]),
        ("sort *", ["label", "words", "number", "probability", "nothing"]),
        ("find *", ["gold", "dense", "nothing", "2"]), ("layer 1 units *", numbers),
        ("layer 2 units *", numbers),
        ("layer 1 activation *", ["relu", "tanh", "gelu", "nothing"]), ("change remove_layer(*)", numbers),
        ("change units(layer=0, *)", numbers), ("change epochs(*)", numbers),
        ("change batch_size(*)", numbers),
        ("change validation(*)", numbers), ("change learning_rate(*)", ["0.01", "0", "-1", "1e30", "0.5"]),
        ("set epochs = *", numbers),
        ("set optimizer = *", ["adam", "sgd(momentum=0.9)", "rmsprop", "nothing"]),
        ("set loss = *", ["mse", "sparse_categorical_crossentropy", "categorical_crossentropy"]),
        (
            "set layers = *",
            ["dense(8, activation=relu), dense(4, activation=softmax)", "dense(4)", "dropout(0.5), dense(4)"]
        ),
        ("load *", ["notes", "houses", "points", "nowhere"]), ("epoch *", numbers), ("until * 1", numbers),
        ("plan at(epochs=*, learning_rate(0.1))", numbers), ("train epochs=*", numbers),
        ("theme *", ["nord", "dark", "nothing"]), ("preset *", ["train", "inspect", "data"]),
        ("resize *", ["wider", "narrower", "taller", "shorter"]),
        ("move *", ["up", "down", "home", "end", "pagedown"]),
        ("session replay *", ["good.session", "bad.session"]),
        ("pace *", ["full_speed", "epochs_per_second(2)"]),
        ("save *", ["model"]), ("open *", ["model"]), ("keras *", ["a.py"]), ("copy *", ["text", "csv"]),
        ("export *", ["svg", "png", "csv"]), ("noise *", ["0.1", "-1"]), ("seed *", numbers),
        ("curves *", ["smoother", "table", "nothing"]), ("more *", numbers),
    ]

    /// The next move.
    mutating func next() -> Move {
        switch random.below(10) {
        case 0, 1: return "tick"
        case 2, 3, 4: return ScreenView.simple[random.below(ScreenView.simple.count)]
        default:
            let form = Self.forms[random.below(Self.forms.count)]
            let choice = form.choices[random.below(form.choices.count)]
            return form.text.split(separator: "*", omittingEmptySubsequences: false).joined(separator: choice)
        }
    }
}
