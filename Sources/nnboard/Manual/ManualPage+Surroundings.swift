/// The sections on what neither the parser nor the dashboard knows: files, variables, exit statuses.
extension ManualPage {
    /// A section of names with their meaning.
    struct Section {
        let title: String
        var introduction: String?
        let items: [(name: String, text: String)]
    }

    static let description = """
        Without a command nnboard opens a full-screen dashboard, where “?” shows every key. Where standard output is no \
        terminal it trains without a screen, as “nnboard train” does. Layers, losses, optimizers and metrics have Keras' \
        names and arguments, and give Keras' numbers.
        """

    static let surroundings = [
        Section(
            title: "Files",
            introduction:
                "Where a variable such as $XDG_CONFIG_HOME is set, its folder takes the place of the one shown here.",
            items: [
                (
                    "~/.config/nnboard/config",
                    "Your theme, layout, pace and keys, below $XDG_CONFIG_HOME, a setting a line: “theme = nord”, "
                        + "“key ctrl+t = train”, “key data x = filter words”."
                ),
                (
                    "~/.local/state/nnboard/state",
                    "Layout, theme, data set and model of the last session, below $XDG_STATE_HOME; kept by nnboard."
                ),
                (
                    "~/.config/nnboard/themes/NAME.theme",
                    "Themes of your own, below $XDG_CONFIG_HOME. Those that come with the program are in "
                        + "share/nnboard/themes, next to the folder that the program is in."
                ),
                (
                    "~/.local/share/nnboard/",
                    "Data that “nnboard data fetch” has downloaded, below $XDG_DATA_HOME."
                ),
                ("~/.keras/datasets/", "Data that Keras has downloaded, below $KERAS_HOME; looked for last."),
                (
                    "~/.local/state/nnboard/nnboard.log",
                    "What was said while the dashboard was open, below $XDG_STATE_HOME. Each session begins a new one."
                ),
            ]),
        Section(
            title: "Files that are written",
            items: [
                (
                    "Links",
                    "Symbolic links are followed. A file is replaced as a whole, with its mode; other hard links of it "
                        + "keep the earlier bytes."
                ),
                (
                    "Pipes and devices",
                    "They take the bytes as they come. A pipe that nothing reads from is refused after two seconds."
                ),
                (
                    "--force",
                    "Replaces a file of another kind. Without it such a file stays, as does a Keras script or a session "
                        + "that is not as the dashboard wrote it: it may have been changed by hand."
                ),
            ]),
        Section(
            title: "Environment",
            items: [
                (
                    "NNBOARD_DATA",
                    "A folder to look for data files in before those above, and to download them to."
                ),
                (
                    "NNBOARD_MIRROR",
                    "The address of a folder with copies of all data files, in place of their own addresses."
                ),
                (
                    "NNBOARD_CPU",
                    "The vector instructions: baseline, v3 (AVX2) or v4 (AVX-512). Without it, the best there are."
                ),
                ("NO_COLOR", "If it is not empty, the dashboard has no colours."),
                (
                    "TERM",
                    "The terminal's type, which decides how many colours there are and what curves are drawn with."
                ),
                (
                    "LC_ALL, LC_CTYPE, LANG",
                    "Whether the terminal shows more than ASCII; the first that is set."
                ),
                (
                    "XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME, KERAS_HOME",
                    "Folders in place of ~/.config, ~/.local/share, ~/.local/state and ~/.keras."
                ),
            ]),
        Section(
            title: "Exit status",
            items: [
                ("0", "All went well."),
                (
                    "1",
                    "Something could not be done, such as reading a file; standard error says why. With --plain, a line "
                        + "that came from no terminal could not be done: those after it were."
                ),
                ("64", "The arguments are wrong; standard error says how."),
                ("128 and more", "A signal has ended the program: 128 and the signal's number."),
            ]),
    ]

    static let examples = [
        (
            text: "Open the dashboard on the built-in sample, with another theme:",
            line: "nnboard --dataset sample --theme light"
        ),
        (
            text: "Train as the book does:",
            line: "nnboard train --optimizer rmsprop --epochs 9 --validation 0"
        ),
        (
            text: "Regularize, stop in time, and print one JSON object:",
            line: "nnboard train --dropout 0.5 --callbacks 'EarlyStopping(patience=2)' --format json"
        ),
        (
            text: "Get the Reuters newswires, and read one:",
            line: "nnboard data fetch reuters && nnboard data show test 4"
        ),
    ]
}
