import Foundation
import Testing

/// The real program where it can't write, and the files that it replaces.
@Suite(.programs) struct `Writing` {
    /// A device that is always full: one of the test's own where it may make one.
    private static let full = #"""
        cd "$FOLDER"
        FULL=/dev/full
        if mknod full c 1 7 2>/dev/null; then FULL=./full; fi

        """#

    /// Trains in a moment.
    private static let blobs = "--dataset blobs --layers 4 --epochs 1"

    private func lines(_ script: String) throws -> [String] {
        try Shell.inFolder { folder in
            let told = try Shell(Self.full + script, in: folder)
            #expect(told.status == 0, "\(told.output)")
            return told.lines
        }
    }

    /// The status of a command, and what it said on standard error, each in a line.
    private static func told(_ command: String) -> String {
        "set +e; \(command) 2>errors; STATUS=$?; set -e; cat errors; echo \"status $STATUS\"\n"
    }

    // MARK: Standard output

    private static let failure =
        "nnboard: Standard output could not be written: No space left on device."

    @Test(arguments: [
        "--help", "--version", "help", "train --help", "help train", "data show --help", "data list",
        "data show --dataset sample test 0", "data show --dataset blobs test 0", "experiments",
        "experiments show blobs", "manual", "manual --keys", "keras --experiment blobs",
        "--generate-completion-script bash", "--generate-completion-script=zsh",
        "train \(blobs)", "train \(blobs) --format json", blobs, "run script",
        "--plain --dataset blobs <script",
        "--experimental-dump-help",
    ])
    func `to a full disk is an error`(command: String) throws {
        let lines = try lines(
            "printf 'load blobs\\n' >script\n" + Self.told("\"$NNBOARD\" \(command) >\"$FULL\""))
        #expect(lines.last == "status 1")
        #expect(lines.dropLast().last == Self.failure)
    }

    @Test func `what a saved network says to a full disk is an error`() throws {
        let commands = ["predict --row 0", "explain --row 0", "keras"].map {
            Self.told("\"$NNBOARD\" \($0) --model m >\"$FULL\"")
        }
        let lines = try lines(
            "\"$NNBOARD\" train \(Self.blobs) --save m >/dev/null 2>&1\n" + commands.joined())
        #expect(lines == Array(repeating: [Self.failure, "status 1"], count: 3).flatMap(\.self))
    }

    @Test func `keeps its status where standard error is full, too, or missing`() throws {
        let lines = try lines(
            "set +e\n"
                + [">\"$FULL\" 2>\"$FULL\"", ">&- 2>&-", ">\"$FULL\" 2>&-", ">/dev/null 2>\"$FULL\""].map {
                    "\"$NNBOARD\" data list \($0); echo $?\n"
                }.joined())
        #expect(lines == ["1", "1", "1", "0"])
    }

    @Test func `to a limited file is an error like a full disk`() throws {
        let lines = try lines(Self.told("(ulimit -f 1; \"$NNBOARD\" manual >page)"))
        #expect(
            lines == [
                "nnboard: Standard output could not be written: File too large.", "status 1",
            ])
    }

    @Test func `to a reader that has gone says nothing`() throws {
        let lines = try lines(
            """
            mkfifo pipe
            : <pipe & exec 3>pipe; wait
            set +e
            "$NNBOARD" manual >&3 2>errors; echo $?
            (trap '' PIPE; "$NNBOARD" manual >&3 2>>errors); echo $?
            wc -c <errors
            """)
        // By the signal, or without it where whoever runs the shell ignores that.
        #expect(["141", "0"].contains(lines[0]))
        #expect(Array(lines[1...]) == ["0", "0"])
    }

    // MARK: Saving

    @Test func `a network follows links, and keeps their modes`() throws {
        let lines = try lines(
            """
            mkdir store
            touch store/old.json; chmod 600 store/old.json
            ln -s store/old.json m.json
            ln -s store/new.safetensors m.safetensors
            "$NNBOARD" train \(Self.blobs) --save m >/dev/null 2>&1
            find . -type l | sort
            stat -c '%a %n' store/old.json
            ls store
            "$NNBOARD" predict --model m --row 0 >/dev/null
            """)
        #expect(
            lines == ["./m.json", "./m.safetensors", "600 store/old.json", "new.safetensors", "old.json"])
    }

    @Test func `a network and its description appear together or not at all`() throws {
        let lines = try lines(
            """
            "$NNBOARD" train \(Self.blobs) --save m >/dev/null 2>&1
            cat m.* | cksum >before
            \(Self.told("(ulimit -f 1; \"$NNBOARD\" train --dataset blobs --layers 4,500 --epochs 1 --save m >/dev/null)"))
            cat m.* | cksum | diff - before
            ls -A
            """)
        #expect(lines.contains { $0.contains("m.safetensors can't be written: File too large.") })
        #expect(lines.contains("status 1"))
        let files = lines.drop { $0 != "status 1" }.dropFirst()
        #expect(files.filter { $0 != "full" } == ["before", "errors", "m.json", "m.safetensors"])
    }

    @Test func `never takes the place of the report that is on its way there`() throws {
        let lines = try lines(
            Self.told("\"$NNBOARD\" train \(Self.blobs) --save reuters --format json >reuters.json")
                + Self.told("\"$NNBOARD\" train \(Self.blobs) --save m --force >m.safetensors")
                + "\"$NNBOARD\" train \(Self.blobs) --save e >/dev/null 2>e.json || cat e.json\n"
                + "wc -c <reuters.json; ls *.safetensors")
        #expect(
            lines[0].contains("reuters.json can't be written: it is the file that standard output goes to"))
        #expect(lines[1] == "status 1")
        #expect(
            lines[2].contains("m.safetensors can't be written: it is the file that standard output goes to"))
        #expect(lines[4].contains("e.json can't be written: it is the file that standard error goes to"))
        #expect(Array(lines[5...]) == ["0", "m.safetensors"])
    }

    @Test func `a file of another kind is replaced where its owner says so`() throws {
        let lines = try lines(
            """
            echo '{"mine": 1}' >m.json
            \(Self.told("\"$NNBOARD\" train \(Self.blobs) --save m >/dev/null"))
            cat m.json
            "$NNBOARD" train \(Self.blobs) --save m --force >/dev/null 2>&1
            "$NNBOARD" train \(Self.blobs) --save m >/dev/null 2>&1
            echo mine >blobs.npz
            \(Self.told("\"$NNBOARD\" data export blobs"))
            "$NNBOARD" data export blobs --force 2>/dev/null
            "$NNBOARD" data export blobs 2>/dev/null
            head -c 2 blobs.npz
            """)
        #expect(
            lines == [
                "nnboard: m.json exists already, and is no description of a model of nnboard. "
                    + "Choose another name, or add --force to replace it.",
                "status 1", #"{"mine": 1}"#,
                "nnboard: blobs.npz exists already, and is no export of nnboard. "
                    + "Choose another name, or add --force to replace it.",
                "status 1", "PK",
            ])
    }

    @Test func `a file that appeared during training stays, and the network goes under the next free name`()
        throws
    {
        // The program stops where it has begun to train, and gets its file then.
        func train(_ options: String) -> String {
            Self.told(
                """
                "$NNBOARD" train --dataset blobs --layers 4 --epochs 5000 --save m \(options) >report 2>told &
                until grep -qs 'Training on' told; do sleep 0.01; done
                kill -STOP $!
                echo mine >m.json
                kill -CONT $!
                wait $!
                """) + "tail -n 1 told; wc -l <report\n"
        }
        let lines = try lines(
            train("") + "cat m.json; ls m*; \"$NNBOARD\" predict --model m-1 --row 0 >/dev/null; rm m*.*\n"
                + train("--force") + "ls m.*; head -c 1 m.json")
        #expect(
            lines == [
                "status 1",
                "nnboard: m.json exists already, and is no description of a model of nnboard. "
                    + "The network is saved as m-1.safetensors and m-1.json instead.",
                lines[2], "mine", "m-1.json", "m-1.safetensors", "m.json",
                "status 0", "nnboard: Saved as m.safetensors and m.json.", lines[9], "m.json",
                "m.safetensors", "{",
            ])
    }

    @Test(.enabled(if: geteuid() == 0, "only the administrator can become somebody else"))
    func `leaves nothing behind in a folder such as /tmp, where files are somebody else's`() throws {
        let lines = try lines(
            """
            chmod 711 "$FOLDER"
            mkdir shared; chmod 1777 shared
            touch shared/m.json shared/m.safetensors; chmod 666 shared/m.*
            cp "$NNBOARD" program; chmod 755 program
            other() { setpriv --reuid 65534 --regid 65534 --clear-groups env HOME=/nonexistent "$@"; }
            other ./program train \(Self.blobs) --save shared/m >/dev/null 2>&1
            stat -c '%u %n' shared/m.*
            ls -A shared
            other ./program predict --model shared/m --row 0 >/dev/null
            """)
        #expect(
            lines == ["0 shared/m.json", "0 shared/m.safetensors", "m.json", "m.safetensors"])
    }

    @Test(.enabled(if: geteuid() == 0, "only the administrator can become somebody else"))
    func `keeps nothing for who has no home folder, and says so`() throws {
        let lines = try lines(
            """
            chmod 711 "$FOLDER"
            cp "$NNBOARD" program; chmod 755 program
            other() { setpriv --reuid 65534 --regid 65534 --clear-groups env -u HOME "$@"; }
            echo quit | other ./program --plain --dataset blobs
            other ./program data fetch reuters 2>&1 || true
            """)
        #expect(lines.contains { $0.contains("There is no home folder: HOME is not set") })
        #expect(lines.last?.contains("There is no home folder to download into") == true)
    }

    @Test func `goes straight into pipes and devices`() throws {
        let lines = try lines(
            """
            mkfifo pipe
            "$NNBOARD" data export blobs pipe 2>/dev/null & head -c 2 pipe; echo; wait $! || true
            \(Self.told("\"$NNBOARD\" data export blobs \"$FULL\""))
            test -c "$FULL" && test -p pipe && echo both
            """)
        #expect(lines[0] == "PK")
        #expect(
            lines[1].hasSuffix(
                "full can't be written: No space left on device. Make room, or choose another place."))
        #expect(Array(lines[2...]) == ["status 1", "both"])
    }

    @Test func `is refused by pipes that nothing reads from`() throws {
        let lines = try lines(
            """
            mkfifo pipe m.json m.safetensors
            \(Self.told("\"$NNBOARD\" data export blobs pipe"))
            \(Self.told("\"$NNBOARD\" train \(Self.blobs) --save m >report"))
            grep -c accuracy report
            printf 'keras pipe\\nquit\\n' | "$NNBOARD" --plain --dataset blobs | grep pipe
            """)
        let refusal =
            "can't be written: nothing reads from the pipe. Start a reader first, or choose another place."
        #expect(lines.contains("nnboard: pipe \(refusal)"), "\(lines)")
        #expect(lines.contains { $0.contains("m.safetensors can't be written: nothing reads") }, "\(lines)")
        #expect(lines.last == "error: line 1, “keras pipe”: pipe \(refusal)", "\(lines)")
        #expect(lines.count { $0 == "status 1" } == 2, "\(lines)")
    }

    @Test func `lets the dashboard be left where a pipe has no reader`() throws {
        try Shell.inFolder { folder in
            let pipe = folder.path + "/pipe"
            #expect(mkfifo(pipe, 0o600) == 0)
            let session = try Session(["--dataset", "blobs", "--layers", "4"])
            try session.until("clouds")
            try session.press("esc")
            try session.type(":keras \(pipe)\r")
            try session.until("nothing reads from the pipe")
            try session.key("q")
            let exit = try session.exit()
            #expect(exit.status == 0)
            #expect(exit.faults == [])
        }
    }

    @Test func `the state that can't be kept at the end is an error, too`() throws {
        let session = try Session(["--dataset", "blobs"], environment: ["XDG_STATE_HOME": "/dev/null"])
        try session.until("clouds")
        try session.press("esc")
        try session.key("q")
        let exit = try session.exit()
        #expect(exit.status == 1)
        #expect(exit.output.contains("can't be kept for the next start: /dev/null/nnboard/"))
    }

    // MARK: Names

    @Test(arguments: ["", ".", "..", "new/", "new/.", "/", ".json"])
    func `no network is saved under a name that no file can have`(name: String) throws {
        let lines = try lines(
            "mkdir new\n" + Self.told("\"$NNBOARD\" train \(Self.blobs) --save '\(name)'") + "ls -A . new")
        #expect(lines[0].contains(name.isEmpty ? "A model needs a name." : "“\(name)”"))
        #expect(lines[1] == "status 64")
        #expect(!lines.contains { $0.hasSuffix(".json") || $0.hasSuffix(".safetensors") })
    }

    @Test func `data are looked for in folders`() throws {
        let lines = try lines(
            "touch reuters.npz; mkfifo pipe\n"
                + ["reuters.npz", "./pipe", "''"].map {
                    Self.told("\"$NNBOARD\" train --data \($0) --dataset blobs")
                }.joined() + Self.told("NNBOARD_DATA=reuters.npz \"$NNBOARD\" data list"))
        #expect(
            lines.filter { !$0.hasPrefix("status") }.map { $0.prefix { $0 != "." } } == [
                "nnboard: --data is reuters", "nnboard: --data is ", "nnboard: --data is empty",
                "nnboard: NNBOARD_DATA is reuters",
            ])
        #expect(lines.filter { $0.hasPrefix("status") } == Array(repeating: "status 64", count: 4))
        #expect(lines[0].hasSuffix("which is no folder. Name the folder that has the file, “.”."))
    }

    @Test(arguments: [
        "train \(blobs) --save", "data list --data", "train --experiment", "run", "--plain --theme",
        "predict --row 0 --model", "data export blobs", "--record", "--replay", "keras --model",
    ])
    func `no name becomes another one`(command: String) throws {
        let lines = try lines(
            "NAME=$(printf 'caf\\351'); touch \"$NAME\"\n" + Self.told("\"$NNBOARD\" \(command) \"$NAME\"")
                + "ls -A | wc -l")
        let place = command.split(separator: " ").count + 1
        #expect(
            lines[0] == "nnboard: Argument \(place), “caf\\xe9”, holds bytes that are no UTF-8. "
                + "Where it names a file, rename the file or choose another name; a text has to be UTF-8.")
        #expect(lines[1] == "status 64")
    }

    @Test func `no variable becomes another one`() throws {
        let lines = try lines(
            "NAME=$(printf 'caf\\351')\n"
                + ["HOME", "XDG_STATE_HOME", "NNBOARD_DATA"].map {
                    Self.told("env \($0)=\"$FOLDER/$NAME\" \"$NNBOARD\" data list")
                }.joined()
                + Self.told("env HOME=\"$NAME\" \"$NNBOARD\" --version") + "ls -A")
        for (place, name) in ["HOME", "XDG_STATE_HOME", "NNBOARD_DATA"].enumerated() {
            #expect(lines[2 * place].hasPrefix("nnboard: \(name) is “"))
            #expect(lines[2 * place].contains("/caf\\xe9”, which holds bytes that are no UTF-8"))
            #expect(lines[2 * place + 1] == "status 1")
        }
        #expect(lines[6].hasPrefix("nnboard 0."))
        #expect(!lines.contains { $0.contains("caf\u{FFFD}") })
    }

    @Test func `a session saves nothing under a name that may be another one`() throws {
        let lines = try lines(
            "printf 'load blobs\\nkeras caf\\351.py\\n' >script\n"
                + "set +e; \"$NNBOARD\" run script >told 2>&1; echo $?; ls -A; echo told:; cat told")
        #expect(lines.first == "1")
        #expect(lines.contains { $0.contains("which stands for bytes that are no UTF-8") })
        #expect(!lines.prefix { $0 != "told:" }.contains { $0.hasSuffix(".py") })
    }

    @Test func `an experiment whose file can't be named is mentioned`() throws {
        let lines = try lines(
            "mkdir -p .config/nnboard/experiments\n"
                + "touch .config/nnboard/experiments/$(printf 'caf\\351').experiment\n"
                + "\"$NNBOARD\" experiments 2>&1 >/dev/null")
        #expect(lines.count == 1)
        #expect(lines[0].contains("experiments/caf\\xe9.experiment can't be named"))
    }
}
