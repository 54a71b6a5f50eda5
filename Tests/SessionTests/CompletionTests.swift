import Foundation
import Testing

/// The words that a shell offers where somebody presses tab.
@Suite(.programs) struct `Completion in a shell` {
    /// The script for bash, which is the same for every question.
    private static let script = Result {
        try CommandLine(["--generate-completion-script", "bash"]).output
    }

    /// The words that bash offers after some others.
    private func offered(_ words: [String]) throws -> [String] {
        try Shell.inFolder { folder in
            try Self.script.get().write(
                to: folder.appending(path: "script"), atomically: false, encoding: .utf8)
            let quoted = words.map { "'\($0)'" }.joined(separator: " ")
            let told = try Shell(
                """
                ln -s "$NNBOARD" "$FOLDER/nnboard"
                PATH=$FOLDER:$PATH
                bash Support/complete.sh "$FOLDER/script" nnboard \(quoted)
                """, in: folder)
            #expect(told.status == 0, "\(told.output)")
            return told.lines
        }
    }

    @Test(arguments: [
        ([""], ["train", "data", "--theme"]),
        (["--"], ["--theme", "--dataset", "--layers", "--version"]),
        (["--theme", ""], ["dark", "light"]),
        (["dashboard", "--theme", "l"], ["light"]),
        (["--glyphs", ""], ["braille", "block", "ascii"]),
        (["--dataset", ""], ["sample", "reuters"]),
        (["train", "--optimizer", "rm"], ["rmsprop"]),
        (["train", "--activation", "re"], ["relu"]),
        (["train", "--loss", ""], ["categorical_crossentropy", "huber"]),
        (["train", "--kernel-initializer", "he"], ["he_normal", "he_uniform"]),
        (["train", "--learning-rate", "Cos"], ["CosineDecay"]),
        (["train", "--metrics", "accuracy,prec"], ["accuracy,precision"]),
        (["train", "--format", ""], ["text", "json"]),
        (["data", ""], ["list", "show", "fetch"]),
        (["data", "show", ""], ["train", "validation", "test"]),
        (["data", "fetch", ""], ["reuters"]),
    ])
    func `offers names where names are asked for`(words: [String], expected: [String]) throws {
        let offered = try offered(words)
        #expect(Set(expected).isSubset(of: offered), "\(offered)")
    }

    @Test func `leaves out what nobody types`() throws {
        #expect(try !offered([""]).contains("manual"))
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `is a script that the shell can read`(shell: String) throws {
        guard Shell.has(shell) else { return }
        try Shell.inFolder { folder in
            let told = try Shell(
                "\"$NNBOARD\" --generate-completion-script \(shell) >\"$FOLDER/script\"; \(shell) -n \"$FOLDER/script\"",
                in: folder)
            #expect(told.status == 0 && told.output == "", "\(told.output)")
        }
    }
}
