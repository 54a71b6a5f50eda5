import Datasets

@testable import TUI
@testable import Training

/// Dashboards whose results pane knows invented answers, the same on every machine.
enum ResultsFixture {
    /// Answers to a part: right three times of five, now and then the next class or the fourth, more or less sure.
    static func evaluation(_ dataset: Dataset, _ rows: Range<Int>, labels: [Int32]) -> Evaluation {
        let classes = dataset.classes.count
        let own = Array(labels[rows])
        let probabilities = own.enumerated().flatMap { sample, label -> [Float] in
            let label = Int(label)
            let said = sample % 5 == 1 ? (label + 1) % classes : sample % 5 == 3 ? 3 % classes : label
            let sure = 0.55 + Float(sample * 7 % 16) / 40
            let rest = (1 - sure) * 0.75
            return (0..<classes).map { place in
                if place == said { return sure }
                if place == (said == label ? (label + 2) % classes : label) { return rest }
                return (1 - sure) * 0.25 / Float(classes - 2)
            }
        }
        return Evaluation(
            probabilities: DenseRows(columns: classes, values: probabilities), labels: own, rows: rows)
    }

    /// The results that follow from invented answers to a part.
    static func results(_ dataset: Dataset, _ request: PartEvaluation.Request) -> ClassResults {
        func evaluation(_ part: DataPart) -> Evaluation {
            Self.evaluation(
                dataset, dataset.rows(of: part, validation: request.validation),
                labels: dataset.split(of: part).labels)
        }
        return ClassResults(
            evaluation(request.part), fitting: request.fitsTemperature ? evaluation(.validation) : nil,
            baselines: Baselines(dataset, part: request.part, validation: request.validation))
    }

    /// A dashboard after twenty epochs, with the results pane in focus.
    static func dashboard(
        _ columns: Int = 120, _ rows: Int = 40, glyphs: Glyphs = .braille, _ keys: String = ""
    ) -> Dashboard {
        var dashboard = Fixture.trained(20, columns, rows, glyphs: glyphs, ends: true)
        dashboard.pressEvaluated("6 \(keys)")
        return dashboard
    }

    /// F1 by class and epoch, as if each class had been learnt in a time of its own.
    static func scores(_ dataset: Dataset, epochs: Int) -> [Int: [Float]] {
        Dictionary(
            uniqueKeysWithValues: (1...epochs).map { epoch in
                let scores = dataset.classes.indices.map { label in
                    Float(min(epoch * 8, 100 - label * 13 % 71)) / 100
                        - (epoch > 14 && label % 4 == 0 ? 0.06 : 0)
                }
                return (epoch, scores)
            })
    }
}

extension Dashboard {
    /// Presses keys, and gives invented answers to what is asked because of them.
    mutating func pressEvaluated(_ keys: String) {
        for key in keys.split(separator: " ") {
            press(String(key))
            answerEvaluation()
        }
    }

    /// Does what a command says, and gives invented answers to what is asked because of it.
    mutating func performEvaluated(_ text: String) {
        perform(text)
        answerEvaluation()
    }

    private mutating func answerEvaluation() {
        guard let dataset, let asked = known.asked, known.evaluation?.request != asked else { return }
        let outcome: PartEvaluation.Outcome
        if dataset.hasClasses {
            outcome = .classes(ResultsFixture.results(dataset, asked))
        } else if let network = run?.snapshot?.network,
            let errors = PartEvaluation(asked, of: network, on: dataset).values
        {
            outcome = .values(errors)
        } else {
            return
        }
        _ = update(.found(.results(.evaluation(PartEvaluation(asked, outcome)))))
    }

    /// Takes an action, and does the work that is asked for because of it, until nothing more is asked.
    mutating func working(_ action: Action, _ archive: RunArchive? = nil) async {
        var waiting = update(action)
        while !waiting.isEmpty {
            guard case .work(let work) = waiting.removeFirst() else { continue }
            waiting += update(await work.body(Archives { _ in archive }))
        }
    }
}
