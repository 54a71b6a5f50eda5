import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `A command` {
    @Test(arguments: Command.oneOfEach)
    func `is in the table, whichever it is`(command: Command) {
        let isThere = ActionTable.actions.contains { entry in
            switch entry.meaning {
            case .command(let other): other == command
            case .with(let words, _): command.description.hasPrefix(words)
            default: false
            }
        }
        #expect(isThere, "nobody can find “\(command)”")
    }

    @Test(arguments: Command.oneOfEach + CurvesChange.allCases.map(Command.curves))
    func `is read back from its text`(command: Command) {
        #expect(!command.description.isEmpty)
        #expect(Command(command.description) == command)
    }

    @Test(
        arguments: [
            .keepWords(""), .keepWords("gold mine"), .keepClass(nil), .keepClass(0), .hide(nil),
            .pace(.fullSpeed),
            .pace(.epochsPerSecond(0.25)), .change(.learningRate(1e-7)), .change(.moveLayer(2, by: -1)),
            .load(Term("csv", [.init("path", .text("/a  b/\"c\", d.csv"))])), .find("two words"),
            .select(.validation, 0), .choose(.log, 4000), .theme("gruvbox-light"),
        ] as [Command])
    func `is read back from its text with any argument`(command: Command) {
        #expect(Command(command.description) == command)
    }

    @Test(arguments: [
        "", "selct test 4", "select test", "select test -1", "select test 1.5", "focus nowhere", "train now",
        "pace epochs_per_second(0)", "change units(layer=1)", "keep class", "keep class x", "theme", "find",
        "resize", "export gif", "choose data", "hide me", "curves", "curves sideways", "move", "TRAIN",
    ])
    func `is not read from anything else`(text: String) {
        #expect(Command(text) == nil)
    }

    @Test(arguments: [
        ("", "tab"), ("tarin", "Did you mean “train”?"), ("focus", "focus PANE"), ("part", "part next"),
        ("select test", "select PART NUMBER"), ("change units(layer=1)", "units"),
        ("pace slow", "full_speed"), ("change unit(layer=1, 4)", "units"), ("load (", "expected a name"),
    ])
    func `that is wrong says what would do`(text: String, hint: String) {
        do {
            _ = try Command(text: text)
            Issue.record("“\(text)” was read")
        } catch {
            #expect(error.description.contains(hint), "\(error)")
            #expect(error.description.last == "." || error.description.last == "?", "\(error)")
        }
    }

    @Test func `takes blanks as they come`() {
        #expect(Command("  focus   model ") == .focus(.model))
    }

    @Test func `selects a sample`() {
        var dashboard = Fixture.dashboard()
        dashboard.perform("select test 4")
        #expect(dashboard.samples.part == .test)
        #expect(dashboard.samples.selected == 4)
    }

    /// Numbers as a person or a session log may write them, which no network can have.
    @Test(arguments: [
        "change units(layer=-9223372036854775808, 4)", "change remove_layer(layer=-9223372036854775808)",
        "change add_layer(-9223372036854775808)", "change add_layer(9223372036854774784)",
        "change move_layer(layer=2, 9223372036854774784)", "change units(layer=1, 9223372036854774784)",
        "change units(layer=1, -3)", "change units(layer=1, 0)", "change batch_size(0)", "change epochs(-1)",
        "change batch_size(9223372036854774784)", "change validation(-5)", "change learning_rate(-1)",
        "change validation(9223372036854774784)", "change epochs(9223372036854774784)", "keep class -1",
        "keep class 9223372036854775807", "select test 9223372036854775807",
        "choose data 9223372036854775807",
        "choose model 9223372036854775807", "choose inspector 9223372036854775807",
        "choose log 9223372036854775807", "pace epochs_per_second(1e300)", "pace epochs_per_second(1e-300)",
    ])
    func `never fails, however large its numbers are`(text: String) {
        for var dashboard in [Fixture.dashboard(), Fixture.trained(3), Fixture.unloaded()] {
            dashboard.perform(text)
            for keys in ["2 + -", "home + - l + - h", "end + - enter esc", "1 j k G", "4 j k", "u", "space"] {
                dashboard.press(keys)
                _ = dashboard.draw()
            }
        }
    }

    @Test(arguments: [
        ("session save", "Write session save FILE."), ("session replay ", "Write session replay FILE."),
        ("more 0", "“more” takes a whole number from 1 to 100,000."),
        ("more 1.5", "“more” takes a whole number from 1 to 100,000."),
        ("epoch -1", "“epoch” takes a whole number from 0 to 100,000."),
        ("epoch 100001", "“epoch” takes a whole number from 0 to 100,000."),
        ("pace 2", "Write pace epochs_per_second(2) or pace full_speed."),
        ("pace 0", "Write it as in pace epochs_per_second(5), or pace full_speed."),
        ("pace -1", "Write it as in pace epochs_per_second(5), or pace full_speed."),
        ("plan 3", "Write it as in plan at(epochs=3, learning_rate(0.0001))."),
        ("plan", "Write plan TIME."), ("load", "Write load NAME."), ("change", "Write change CHANGE."),
        ("change 3", "Write it as in change units(layer=1, 4)."), ("load 3", "Write it as in load blobs."),
        ("part x", "There is no part called “x”. Choose one of train, validation, test, "),
        ("lesson x", "There is no lesson called “x”. "),
        ("preset x", "Choose one of train, inspect, data, next."),
        ("preset next 3", "Write preset PRESET or preset next."),
        ("select trains 1", "There is no part called “trains”. Did you mean “train”?"),
        ("select train -1", "Write select PART NUMBER."), ("focus x", "There is no pane called “x”."),
        ("copy x", "There is no form called “x”. Choose one of text, csv."),
        ("pace full", "Did you mean “full_speed”?"),
        ("t\0r\0a\0i\0n\0", "it seems to be UTF-16 without a byte order mark."),
        ("show \0", "it seems to be UTF-16 without a byte order mark."),
        ("\0t\0r\0a\0i\0n", "it seems to be UTF-16 without a byte order mark."),
    ])
    func `says of a wrong argument what would do`(text: String, advice: String) {
        #expect {
            try PlainCommand(text: text)
        } throws: {
            "\($0)".contains(advice)
        }
    }
}
