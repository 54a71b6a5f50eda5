/// Actions on sessions and models as text and files.
extension ActionTable {
    static let session: [ActionEntry] = [
        entry(.train, "train", .settings, "train", "change settings, then train: epochs=9 lr=0.001"),
        entry(
            .train, "until", .moment, "until",
            "train so far, and pause"),
        entry(.train, "plan", .timedChange, "plan", "a change in the next run, at a time of it"),
        entry(
            .model, "layer", .layerChange, "layer", "change a layer, as in: layer 2 units 4"
        ),
        entry(
            .model, "set", .experimentLine, "set", "change a line of the experiment"),
        entry(.files, "save", .file, "save model", "save the weights that are shown"),
        entry(.files, "open", .file, "open model", "open a saved network, and ask it"),
        entry(.files, .everywhere, "", .session(.keras(nil)), "Keras", "copy the experiment as Keras code"),
        entry(.files, "keras", .file, "Keras", "write the experiment as Keras code to a file"),
        entry(
            .files, "session save", .file, "save session", "write what was done so far, as commands"
        ),
        entry(
            .files, "session replay", .file, "replay", "do what a file of commands says"),
        entry(
            .files, .everywhere, "", .session(.stopReplay), "end replay",
            "give up the rest of a replayed session"),
    ]
}
