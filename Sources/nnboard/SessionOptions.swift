import ArgumentParser
import TUI

/// The recording of a session, or the replay of a recorded one.
struct SessionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Record the session in a file: what it begins with (settings, model, earlier command lines), then every \
            key, and all that is typed or pasted. Look through it before you send it to somebody.
            """,
            valueName: "file"), completion: .file())
    var record: String?

    @Flag(help: "Let --record replace a file that is no recording.")
    var force = false

    @Option(
        help: ArgumentHelp(
            """
            Replay a recorded session, which decides all but where data are looked for; pauses are cut to a second, \
            and q ends it.
            """,
            valueName: "file"), completion: .file())
    var replay: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "How much faster to replay than it was recorded; 0 makes no pauses.", valueName: "x"))
    var replaySpeed = 1.0

    @Option(
        help: ArgumentHelp(
            "Where a replayed session leaves the pictures that it asks for; it needs no terminal then.",
            valueName: "dir"), completion: .directory)
    var pictures: String?

    /// The session to replay, if one is named.
    var replayed: Replay.Options? {
        replay.map { Replay.Options(path: $0, speed: replaySpeed, pictures: pictures) }
    }

    func validate() throws {
        try PathArgument.checkWritten(record, "--record")
        for (option, value) in [("--record", record), ("--replay", replay), ("--pictures", pictures)] {
            try PathArgument.check(value, option)
        }
        guard !force || record != nil else {
            throw ValidationError("--force is for --record: there is nothing else that could be replaced.")
        }
        guard replaySpeed >= 0, replaySpeed.isFinite else {
            throw ValidationError("--replay-speed is \(replaySpeed), but must be a number from 0.")
        }
        guard record == nil || replay == nil else {
            throw ValidationError("Either --record or --replay: a replayed session is recorded already.")
        }
        guard pictures == nil || replay != nil else {
            throw ValidationError("--pictures needs a session that asks for pictures: name it with --replay.")
        }
    }
}
