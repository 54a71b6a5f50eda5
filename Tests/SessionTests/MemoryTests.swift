import Foundation
import Testing

enum Memory {
    /// The line that tries commands with little memory.
    static let limits = "/usr/bin/python3 Tests/SessionTests/Support/limits.py \"$NNBOARD\""
}

/// A few of the limits that `make verify` tries for every command.
@Suite(.programs) struct `With too little memory` {
    @Test(arguments: [
        ("experiments show", "100000,300000"), ("data list", "120000"), ("train wide", "250000"),
        ("plain", "120000"), ("dashboard", "130000"),
    ])
    func `a command ends well or with a sentence`(command: String, limits: String) throws {
        try Shell.inFolder { folder in
            let told = try Shell(
                Memory.limits + " --only '\(command)' --limits \(limits) || true", in: folder)
            #expect(told.output.contains(" runs, 0 faults"), "\(told.output)")
            #expect(!told.output.contains("\n0 runs"), "\(told.output)")
        }
    }

    @Test func `many threads are refused by the name of the limit, with the option that asks for them`()
        throws
    {
        try Shell.inFolder { folder in
            let told = try Shell(
                "ulimit -v 300000; \"$NNBOARD\" train --dataset sample --layers 300,300 --epochs 1 --threads 64",
                in: folder)
            #expect(told.status == 1)
            let sentence = told.lines.last ?? ""
            #expect(sentence.contains("(ulimit -v)") && sentence.contains("(--threads)"), "\(sentence)")
        }
    }

    @Test func `a limit that is higher than one that suffices does, too`() throws {
        try Shell.inFolder { folder in
            let told = try Shell(
                """
                for LIMIT in 120 140 160 180 190 200 220 240 250 260 280 300 320 350 390; do
                    (ulimit -v ${LIMIT}000
                    "$NNBOARD" train --dataset blobs --layers 4 --epochs 1 --folds 4 >/dev/null 2>&1) \\
                        && echo enough || echo little
                done
                """, in: folder)
            #expect(told.lines.last == "enough", "\(told.output)")
            #expect(Set(told.lines.drop { $0 == "little" }) == ["enough"], "\(told.output)")
        }
    }

    @Test(
        .enabled(
            if: geteuid() == 0,
            "no limit of threads holds for the administrator, who can become somebody else"))
    func `a thread that is refused is called one`() throws {
        try Shell.inFolder { folder in
            // The limit counts all programs of a user: one whom nobody else is.
            let told = try Shell(
                """
                cd "$FOLDER"; chmod 711 .
                cp "$NNBOARD" program; chmod 755 program
                echo quit | setpriv --reuid 64321 --regid 64321 --clear-groups \
                    prlimit --nproc=1 ./program --plain --dataset blobs || true
                """, in: folder)
            #expect(
                told.lines.last
                    == "nnboard: The system refuses another thread, with a limit of 1 of them for all programs of the "
                    + "user (ulimit -u). Raise the limit, end other programs, or take fewer threads where there are "
                    + "several (--threads)."
            )
        }
    }

    @Test(arguments: ["run session", "--plain --dataset sample <session"])
    func `a training that is refused its memory fails by the name of the limit`(arguments: String) throws {
        try Shell.inFolder { folder in
            let told = try Shell(
                """
                cd "$FOLDER"
                printf 'load sample\\nlayer 1 units 3000\\ntrain epochs=1\\nselect test 4\\n' >session
                ulimit -v 400000
                "$NNBOARD" \(arguments) 2>&1 >told || STATUS=$?
                cat told; exit $STATUS
                """, in: folder)
            #expect(told.status == 1)
            let sentence = told.lines.first ?? ""
            #expect(
                sentence.hasPrefix("nnboard: line 3, “train epochs=1”: run 1: failed: There is no room for "),
                "\(told.output)")
            #expect(sentence.contains("within the limit of 410 MB (ulimit -v). Raise the limit, "))
            // A session's file ends there, and a pipe's lines are all done.
            #expect(told.output.contains("test 4: ") == arguments.hasPrefix("--plain"), "\(told.output)")
        }
    }

    @Test func `the end of the dashboard says that the run under way can be continued`() throws {
        try Shell.inFolder { folder in
            for name in ["go", "done"] { mkfifo(folder.path + "/" + name, 0o600) }
            // The shell's number becomes the program's.
            let limiting = "(read LINE <go; prlimit --pid $$ --as=1000000; echo done >done) &"
            let session = try Session(
                [
                    "-c",
                    "cd '\(folder.path)'; \(limiting) exec '\(Session.executable)' --dataset moons --epochs 100000",
                ], environment: ["XDG_STATE_HOME": folder.path], program: "/bin/sh")
            try session.until("200 train")
            try session.press("esc")
            try session.type(":train\r")
            try session.until("epoch +([3-9]|[1-9][0-9]+)/")
            try FileHandle(forWritingTo: folder.appending(path: "go")).write(contentsOf: Data("go\n".utf8))
            let done = try FileHandle(forReadingFrom: folder.appending(path: "done")).readToEnd()
            #expect(done == Data("done\n".utf8))
            // Needs a thread, which is refused.
            try session.type(":keras a.py\r")
            let exit = try session.exit()
            #expect(exit.status == 1)
            #expect(exit.faults == [])
            let said = exit.afterwards?.replacing("\r\n", with: "").replacing("\n", with: "") ?? ""
            #expect(said.contains("(ulimit -v)"), "\(said)")
            #expect(
                said.contains("The run that was under way is kept: :reopen at the next start continues it."),
                "\(said)")
        }
    }

    @Test(arguments: ["memory", "memory in a task"])
    func `the terminal is given back, and the reason stands below`(way: String) throws {
        let session = try Session([way], program: Session.probe)
        try session.until("opened")
        try session.key("x")
        let exit = try session.exit()
        #expect(exit.status == 1)
        #expect(exit.faults == [])
        #expect(exit.afterwards?.contains("nnboard: There is not enough memory: another ") == true)
        #expect(exit.afterwards?.contains("(ulimit -v)") == true)
    }

    /// The system refuses single requests that are larger than the machine, but where it is told to grant all.
    private static var grantsAll: Bool {
        (try? String(contentsOfFile: "/proc/sys/vm/overcommit_memory", encoding: .utf8))?.first == "1"
    }

    @Test(.enabled(if: !grantsAll, "the system grants whatever is asked for"))
    func `a limit that would allow it is not named`() throws {
        let session = try Session(["memory that no machine has"], program: Session.probe)
        try session.until("opened")
        try session.key("x")
        let exit = try session.exit()
        #expect(exit.status == 1)
        let said = exit.afterwards?.replacing("\r\n", with: "").replacing("\n", with: "") ?? ""
        #expect(said.contains("another 17592186 MB was refused by the system, with "), "\(said)")
        #expect(said.contains("End other programs, or take"), "\(said)")
        #expect(!said.contains("ulimit"), "\(said)")
    }
}

/// OpenBLAS is loaded by those who multiply large matrices, and by nobody else.
@Suite(.programs) struct `Without OpenBLAS` {
    /// A file of its name that is no library comes first.
    private static let broken = """
        mkdir "$FOLDER/lib"
        : >"$FOLDER/lib/libopenblas.so.0"
        export LD_LIBRARY_PATH="$FOLDER/lib"

        """

    @Test func `large layers are refused with a sentence`() throws {
        try Shell.inFolder { folder in
            let told = try Shell(
                Self.broken + "\"$NNBOARD\" train --dataset sample --layers 300,300 --epochs 1", in: folder)
            #expect(told.status == 1)
            #expect(told.lines.last?.contains("need OpenBLAS, which can't be loaded: ") == true)
            #expect(told.lines.last?.contains("apt install libopenblas0") == true)
        }
    }

    @Test func `small ones are trained, and all else works`() throws {
        try Shell.inFolder { folder in
            let told = try Shell(
                Self.broken + """
                    "$NNBOARD" experiments show blobs
                    "$NNBOARD" train --dataset sample --layers 16 --epochs 1
                    """, in: folder)
            #expect(told.status == 0, "\(told.output)")
        }
    }
}
