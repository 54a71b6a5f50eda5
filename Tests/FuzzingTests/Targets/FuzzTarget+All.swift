extension FuzzTarget {
    /// All readers that take what the program did not write itself.
    ///
    /// A new reader brings its file, and a line here.
    static let all: [FuzzTarget] = [
        zip, npy, pickle, datasets, wordIndex, json, safetensors, modelDescription, terms, experiments,
        sessions, recordings, config, themes, base16, keymaps, runFolders, terminal, plain,
    ]
}
