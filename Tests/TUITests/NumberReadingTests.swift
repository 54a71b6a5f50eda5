import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `A typed number` {
    @Test(arguments: [
        ("1000", 1000), ("1,000", 1000), ("-1,000", -1000), ("12,345,678", 12_345_678), ("1,5", nil),
        ("0,001", 1), ("1,00", nil), (",100", nil), ("1,,000", nil), ("1000,000", nil), ("1,0a0", nil),
        ("", nil),
    ])
    func `may have commas between thousands, and nowhere else`(text: String, number: Int?) {
        #expect(Int(grouped: text) == number)
    }

    @Test(arguments: [
        (ModelField.learningRate, "0,001", "write 0.001"), (.epochs, "1,5", "a whole number is needed"),
        (.batchSize, "0,5", "a whole number is needed"), (.momentum, "0,9", "write 0.9"),
        (.rate(layer: 0), "0,25", "write 0.25"),
        (.l2(layer: 0), "0,01", "write 0.01"), (.seed, "1,5", "a whole number is needed"),
        (.units(layer: 0), "6,4", "a whole number is needed"),
        (.optimizer, "adam(learning_rate=0,001)", "write 0.001"),
    ])
    func `with a decimal comma is refused in every field, with what to write`(
        field: ModelField, text: String, advice: String
    ) {
        let experiment = Fixture.dashboard().experiment
        #expect { try field.edit(from: text, in: experiment) } throws: {
            "\($0)".contains("has a decimal comma") && "\($0)".contains(advice)
        }
    }

    @Test(arguments: [
        "change learning_rate(0,001)", "pace epochs_per_second(0,5)", "noise 0,2", "train lr=0,001",
        "layer 1 rate 0,5", "slide 1 0,5",
    ])
    func `with a decimal comma is refused in every command`(text: String) {
        #expect { try Command(text: text) } throws: { "\($0)".contains("has a decimal comma: write 0.") }
    }

    @Test(arguments: [
        ("epoch 1,5", "a whole number is needed. Write epoch NUMBER"),
        ("train epochs=2,5", "epochs: “2,5” has a decimal comma, but a whole number is needed."),
        ("train epochs=20,000", "epochs: “20,000” has a comma: write 20000."),
        ("change epochs(1,5)", "is 1, 5, but must be one number; a fraction has a decimal point"),
        (
            "set callbacks = EarlyStopping(patience=2,5)",
            "“callbacks” can't be set. “2,5” has a decimal comma"
        ),
        (
            "set epochs = 2,5",
            "“epochs” can't be set. “2,5” has a decimal comma, but a whole number is needed."
        ),
    ])
    func `that is whole is never told to be a fraction`(text: String, advice: String) throws {
        var dashboard = Fixture.dashboard()
        let before = dashboard.experiment
        do {
            _ = dashboard.update(.command(try Command(text: text)))
            #expect(dashboard.notice?.text.contains(advice) == true, "\(dashboard.notice?.text ?? "")")
        } catch {
            #expect("\(error)".contains(advice), "\(error)")
        }
        #expect(dashboard.experiment == before)
    }

    @Test func `with a decimal comma is refused in a setting, which stays as it is`() throws {
        var dashboard = Fixture.dashboard()
        let before = dashboard.experiment
        _ = dashboard.update(.command(try Command(text: "set optimizer = sgd(momentum=0,9)")))
        #expect(dashboard.notice?.text.contains("has a decimal comma: write 0.9") == true)
        #expect(dashboard.experiment == before)
    }

    @Test func `of a sample that is not there says which ones are`() {
        var dashboard = Fixture.dashboard()
        _ = dashboard.update(.command(.select(.test, 60)))
        #expect(dashboard.notice?.text == "There is no test 60: they go from 0 to 59.")
        let empty = Dataset(
            reference: Term("fruit"), title: "made-up fruit", classes: Fixture.classes,
            train: Fixture.dataset.train,
            test: Split(
                inputs: .sparse(TokenSequences().multiHot(columns: 27)), labels: [], texts: TokenSequences()),
            vocabulary: Fixture.dataset.vocabulary)
        _ = dashboard.update(.loaded(empty))
        _ = dashboard.update(.command(.select(.test, 0)))
        #expect(dashboard.notice?.text == "There is no test 0: test has no samples. Choose another part.")
    }
}

@Suite struct `What is not a number` {
    @Test func `is shown as nan whatever its sign bit`() {
        let nan = -Double.nan
        #expect(Format.fixed(nan, 3) == "nan")
        #expect(Format.scientific(nan) == "nan")
        #expect(Format.percent(nan) == "nan")
        #expect(Format.short(nan) == "nan")
        #expect(nan.text(decimals: 2) == "nan" && nan.text(digits: 2) == "nan")
        #expect(Feature("rooms").text(-Float.nan) == "nan")
        let news = SessionNews.RunProgress(
            epoch: 1, epochs: 2, batch: 1, batches: 2, batchLoss: nan, means: [nan], samplesPerSecond: nan,
            seconds: nan)
        #expect(!SessionNews.run(1, .progress(news)).text.contains("-nan"))
    }

    @Test func `is nowhere on the screen with a sign`() {
        var dashboard = Fixture.trained(3, 160, 60)
        guard let id = dashboard.run?.id else { return }
        let nan = -Double.nan
        let metrics = Metrics(loss: nan, values: [.init(.accuracy, nan)])
        _ = dashboard.update(
            .milestone(
                id,
                .epoch(
                    EpochRecord(
                        index: 4, training: metrics, validation: metrics, seconds: 0.1, learningRate: nan))))
        _ = dashboard.update(.tested(id, metrics))
        for preset in Preset.allCases {
            _ = dashboard.update(.command(.preset(preset)))
            #expect(!dashboard.screen.contains("-nan"))
            for form in CopyForm.allCases {
                for effect in dashboard.update(.command(.copy(form))) {
                    if case .copy(let text, _) = effect { #expect(!text.contains("-nan")) }
                }
            }
        }
    }
}
