import Datasets

@testable import TUI
@testable import Training

/// Samples and dashboards for lessons.
enum LessonFixture {
    /// Texts over 10,000 columns; the second has 87 words, 57 of them different.
    static let dataset: Dataset = {
        let frequent = ["", "the", "of", "to", "in", "said", "and"]
        let words: [String] = frequent + (7..<9997).map { (rank: Int) -> String in "word\(rank)" }
        var texts = TokenSequences()
        texts.append([1, 4, 5, 4, 6])
        // 57 different indices, the rarest far out, then 30 of them again.
        let rare = (0..<55).map { (place: Int) -> Int32 in Int32(4 + place * place * 33 / 10) }
        let different: [Int32] = [1, 2] + rare
        let repeated = (0..<30).map { (place: Int) -> Int32 in different[(place * 7 + 2) % different.count] }
        texts.append(different + repeated)
        texts.append([Int32](repeating: 7, count: 86))
        return Dataset(
            reference: Term("wires"), title: "made-up wires", nouns: Nouns(sample: "wire", label: "topic"),
            classes: ["earn", "acq", "grain"],
            train: Split(inputs: .sparse(texts.multiHot(columns: 10_000)), labels: [0, 1, 2], texts: texts),
            test: Split(
                inputs: .sparse(texts.first(1).multiHot(columns: 10_000)), labels: [0], texts: texts.first(1)),
            vocabulary: Vocabulary(words: words, indexFrom: 3))
    }()

    /// Points in the plane, which have no texts.
    static let points: Dataset = {
        let split = Split(
            inputs: .dense(DenseRows(columns: 2, values: [0, 1, 2, 3])), labels: [0, 1])
        return Dataset(
            reference: Term("points"), title: "made-up points", classes: ["a", "b"], train: split, test: split
        )
    }()

    /// A dashboard that shows a data set, with a lesson open.
    static func opened(
        _ lesson: Lesson, _ columns: Int = 120, _ rows: Int = 40, glyphs: Glyphs = .braille,
        on dataset: Dataset = dataset
    ) -> Dashboard {
        var dashboard = Dashboard(
            experiment: Experiment(dataset: dataset.reference, model: Model(layers: [])),
            size: Size(columns, rows), glyphs: glyphs)
        _ = dashboard.update(.loaded(dataset))
        dashboard.perform("lesson \(lesson.rawValue)")
        return dashboard
    }
}

extension Dashboard {
    /// The values of the open lesson's sliders.
    var sliders: [Double] { lessons?.state.sliders.map(\.value) ?? [] }
}
