import Foundation
import Testing

/// Few file descriptors, and terminals that claim any size.
@Suite(.programs) struct `With too little or too much` {
    private static func limited(_ descriptors: Int, _ arguments: String) -> [String] {
        ["-c", "ulimit -n \(descriptors); exec '\(Session.executable)' \(arguments)"]
    }

    /// Descriptors 0 to 2 are in use, and with 3 of them the loader itself says that it can't open a library.
    @Test(arguments: 4...24)
    func `descriptors the dashboard trains, or says in a sentence why not`(descriptors: Int) throws {
        let session = try Session(
            Self.limited(descriptors, "--dataset blobs --layers 4 --epochs 2"), program: "/bin/sh")
        try session.until(#"nnboard: .+\.|clouds"#)
        let hasFailed = try session.screen.contains { $0.contains("nnboard: ") }
        if !hasFailed {
            // The tour, which a new home begins with.
            try session.press("esc")
            try session.type(":train\r")
            try session.until("train again|descriptors")
            try session.key("q")
            let exit = try session.exit()
            #expect(exit.status == 0)
        } else {
            let exit = try session.exit()
            #expect(exit.status == 1)
            #expect(exit.faults == [])
            #expect(exit.output.contains("descriptor"), "\(exit.output)")
        }
    }

    @Test(arguments: [
        "data list", "train --dataset blobs --epochs 1 --layers 4",
        "train --dataset blobs --epochs 1 --layers 4 --folds 3", "experiments list",
        "keras --dataset blobs",
        "data show --dataset blobs test 0", "--plain --dataset blobs < /dev/null",
    ])
    func `descriptors a command does its work, or says why not`(command: String) throws {
        for descriptors in [4, 5, 6, 8, 12] {
            let shell = Process()
            let errors = Pipe()
            shell.executableURL = URL(filePath: "/bin/sh")
            shell.arguments = Self.limited(descriptors, command)
            shell.standardOutput = FileHandle.nullDevice
            shell.standardInput = FileHandle.nullDevice
            shell.standardError = errors
            try shell.run()
            let said = errors.fileHandleForReading.readDataToEndOfFile()
            shell.waitUntilExit()
            #expect(shell.terminationReason == .exit, "\(command) with \(descriptors)")
            #expect(shell.terminationStatus == 0 || !said.isEmpty, "\(command) with \(descriptors)")
        }
    }

    @Test(arguments: [4, 5, 6, 7, 8, 16])
    func `descriptors a network is trained and saved, or not trained`(descriptors: Int) throws {
        try Shell.inFolder { folder in
            let told = try Shell(
                """
                cd "$FOLDER"
                set +e
                prlimit --nofile=\(descriptors) "$NNBOARD" train --dataset blobs --layers 4 --epochs 1 --save model \
                    >told 2>&1
                STATUS=$?; cat told; ls model.* 2>&1; exit $STATUS
                """, in: folder)
            let isSaved = told.lines.suffix(2) == ["model.json", "model.safetensors"]
            #expect(isSaved == (told.status == 0), "\(told.output)")
            #expect(told.output.contains("test accuracy") == isSaved, "\(told.output)")
            #expect(told.output.contains("ulimit -n") != isSaved, "\(told.output)")
            if descriptors == 4 { #expect(!isSaved) }
            if descriptors == 16 { #expect(isSaved, "\(told.output)") }
        }
    }

    @Test(arguments: 4...24)
    func `descriptors plain mode trains, or says in a sentence why not`(descriptors: Int) throws {
        // Each run loads and begins at another moment.
        for _ in 0..<3 {
            try Shell.inFolder { folder in
                let told = try Shell(
                    """
                    set +e
                    printf 'train\\nwait\\nquit\\n' | (ulimit -n \(descriptors)
                    exec "$NNBOARD" --plain --dataset blobs --layers 4 --epochs 2)
                    """, in: folder)
                #expect(told.status == 0 || told.status == 1, "\(told.output)")
                #expect(
                    told.output.contains(told.status == 0 ? "finished after 2 epochs" : "descriptors"),
                    "\(told.output)")
            }
        }
    }

    @Test func `room a terminal is drawn on in part, whatever size it claims`() throws {
        let session = try Session(["--dataset", "blobs", "--layers", "4"], claims: (65_535, 65_535))
        try session.claim(65_535, 1)
        try session.claim(1, 65_535)
        try session.claim(65_535, 65_535)
        try session.resize(times: 3, seed: 1)
        try session.until("clouds")
        try session.press("esc")
        // A screen of 1000 by 500 cells at most, twice over, and what ncurses keeps of it.
        let memory = try session.memory
        #expect(memory.most < 300_000_000)
        try session.key("q")
        let exit = try session.exit()
        #expect(exit.status == 0)
        #expect(exit.faults == [])
    }
}
