import Datasets
import Testing

@testable import TUI
@testable import Training

/// The words of panes that have nothing but lines of text.
@Suite struct `A pane in plain text` {
    @Test func `says of the samples what is listed, and reads the chosen one`() {
        let lines = Fixture.dashboard(120, 60).plain(.data)
        #expect(lines[0] == "Data: made-up fruit, 200 train, 100 validation, 60 test, 46 fruits.")
        #expect(lines[1].hasPrefix("train, 1 to "))
        #expect(lines[1].hasSuffix("of 200; > is chosen:"))
        #expect(lines[2].split(separator: " ") == ["no", "#", "fruit", "words", "text"])
        #expect(lines[3].hasPrefix(">  100 "))
        #expect(lines.contains { $0.contains(/^train 100: \d+ .*, \d+ words, \d+ distinct:$/) })
    }

    @Test func `says which samples a filter keeps, and how they are sorted`() {
        var dashboard = Fixture.dashboard(120, 60)
        for command: Command in [.keepWords("golden"), .sort("words"), .sortReverse, .mark] {
            _ = dashboard.update(.command(command))
        }
        let lines = dashboard.plain(.data)
        #expect(
            lines[1].contains("with “golden”, sorted by words, the last first; > is chosen, * is marked:"))
        _ = dashboard.update(.command(.keepWords("nosuchword")))
        #expect(dashboard.plain(.data)[1].hasPrefix("No notes in train with “nosuchword”. “back” lists"))
    }

    @Test func `gives the sizes of the classes as numbers`() {
        var dashboard = Fixture.dashboard(120, 60)
        _ = dashboard.update(.command(.classSizes))
        let lines = dashboard.plain(.data)
        let start = lines.firstIndex(of: "fruits in train:")
        let rows = lines.suffix(46).compactMap { Int($0.split(separator: " ").last ?? "") }
        #expect(start != nil)
        #expect(rows.count == 46 && rows == rows.sorted(by: >) && rows.reduce(0, +) == 200)
    }

    @Test func `tells how long the texts are`() throws {
        var dashboard = Fixture.dashboard(120, 60)
        dashboard.samples.view = .lengths
        let line = try #require(dashboard.plain(.data).last)
        #expect(line.hasPrefix("words of 200 notes: from 14 to 63; 10 % have up to "))
    }

    @Test func `says what the network is made of, how it is trained, and what is wrong with it`() {
        var dashboard = Fixture.dashboard()
        let lines = dashboard.plain(.model)
        #expect(lines[0] == "Model: 3 layers, 27 inputs, 8,942 parameters.")
        #expect(lines.contains("optimizer: adam") && lines.contains("epochs: 20"))
        _ = dashboard.update(.command(.change(.units(layer: 2, 45))))
        #expect(dashboard.plain(.model).contains { $0.hasPrefix("Problem: ") })
    }

    @Test func `lists the epochs, and says what they come to`() throws {
        #expect(Fixture.dashboard().plain(.curves) == ["No curves yet: “train” trains the network."])
        let lines = Fixture.trained(13, ends: true).plain(.curves)
        #expect(lines[0] == "Curves: run 1, 64-64-46, adam, batch 512.")
        #expect(lines[1].split(separator: " ") == ["epoch", "loss", "accuracy", "val_loss", "val_accuracy"])
        #expect(lines[14].hasPrefix("   13  "))
        #expect(lines[15].hasPrefix("Now: trained 13 epochs, "))
        #expect(lines.contains("The validation loss was lowest at epoch 9."))
        #expect(lines.contains { $0.hasPrefix("Overfitting: ") })
        #expect(lines.last?.hasPrefix("Test: loss 0.9570, accuracy 0.7967; a random guess ") == true)
    }

    @Test func `says how far a run is that goes on`() {
        let lines = Fixture.trained(3).plain(.curves)
        #expect(lines.contains { $0.hasPrefix("Now: training, epoch 4 of 20, batch 7 of 16, ") })
    }

    @Test func `lists only the newest of many epochs`() {
        let lines = Fixture.trained(100).plain(.curves)
        #expect(lines.contains("70 epochs before these:"))
        #expect(lines.count < 40)
    }

    @Test func `says what is predicted, whether that is right, and how likely the classes are`() {
        var dashboard = Fixture.trained(9, ends: true)
        let lines = dashboard.plain(.inspector)
        #expect(lines[0] == "Inspector: train 100, after 9 epochs, by probability.")
        #expect(lines[1].contains(/^It says \d+ .*, [\d.]+ %: (right|wrong: it is \d+ .*)\.$/))
        #expect(lines.count { $0.contains("predicted") } == 1)
        #expect(lines.contains { $0.hasPrefix("36 others: ") })
        #expect(lines.contains("sum: 1.00"))
        dashboard.layoutState.isZoomed = true
        // Three lines of verdict and ranking, a line a class, and three of what they come to.
        #expect(dashboard.plain(.inspector).count == 3 + 46 + 3)
    }

    @Test func `says what is missing where there is nothing to show`() {
        #expect(Fixture.dashboard().plain(.inspector).first?.hasPrefix("No network yet: “train”") == true)
        let empty = Dashboard(
            experiment: Experiment(dataset: Term("sample"), model: Model(layers: [])), size: Size(80, 24))
        for pane in PaneID.allCases where pane != .log {
            #expect(empty.plain(pane).first?.hasPrefix("Loading ") == true)
        }
        #expect(empty.plain(.log) == ["Log: nothing has happened yet."])
    }

    @Test func `says of the log when, what kind and what`() {
        let lines = Fixture.trained(2).plain(.log)
        #expect(lines[0].contains(/^Log: the last \d+ of \d+ lines\.$/))
        #expect(lines.contains { $0.contains(/^0\.0 s, news: run 1: epoch 2: loss/) })
    }

    @Test(arguments: PaneID.allCases, [(0, 0), (1, 1), (20, 6), (300, 100)])
    func `needs no room, and leaves nothing that a terminal would obey`(pane: PaneID, size: (Int, Int)) {
        for dashboard in [Fixture.dashboard(size.0, size.1), Fixture.trained(5, size.0, size.1)] {
            for line in dashboard.plain(pane) {
                #expect(
                    PlainOutput.plain(line, isASCII: false).harmless
                        == PlainOutput.plain(line, isASCII: false))
                #expect(PlainOutput.plain(line, isASCII: true).utf8.allSatisfy { (0x20..<0x7F).contains($0) })
            }
        }
    }
}
