import Datasets
import Testing

@testable import Training

@Suite struct `The standard experiment` {
    private func dataset(
        _ count: Int, columns: Int, classes: Int, picture: PictureSize? = nil, isText: Bool = false
    ) -> Dataset {
        let inputs = Inputs.dense(
            DenseRows(columns: columns, values: [Float](repeating: 1, count: count * columns)))
        let split =
            classes == 0
            ? Split(
                inputs: inputs,
                targets: .values(DenseRows(columns: 1, values: [Float](repeating: 1, count: count))))
            : Split(inputs: inputs, labels: (0..<count).map { Int32($0 % classes) })
        return Dataset(
            reference: Term("made"), title: "made", classes: (0..<classes).map { "\($0)" }, train: split,
            test: split, vocabulary: isText ? Vocabulary(words: ["a"], indexFrom: 3) : nil, picture: picture)
    }

    @Test func `suits what the samples are and what is to be learnt`() {
        let houses = Experiment.standard(for: dataset(400, columns: 13, classes: 0))
        #expect(houses.model.layers.compactMap(\.units) == [64, 64, 1])
        #expect(houses.model.loss == .meanSquaredError && houses.model.metrics == [.meanAbsoluteError])
        #expect(houses.settings.batchSize == 16 && houses.settings.validation == 80)
        let reviews = Experiment.standard(for: dataset(25_000, columns: 9, classes: 2, isText: true))
        #expect(reviews.model.layers.compactMap(\.units) == [16, 16, 1])
        #expect(reviews.model.loss == .binaryCrossentropy())
        #expect(reviews.model.layers.last?.activation == .sigmoid)
        let wires = Experiment.standard(for: dataset(8000, columns: 9, classes: 46, isText: true))
        #expect(wires.model == .book(classes: 46) && wires.settings == TrainingSettings())
        let digits = Experiment.standard(
            for: dataset(200, columns: 4, classes: 10, picture: PictureSize(rows: 2, columns: 2)))
        #expect(digits.model.layers.compactMap(\.units) == [512, 10])
        let points = Experiment.standard(for: dataset(100, columns: 2, classes: 4))
        #expect(points.model.layers.compactMap(\.units) == [8, 8, 4])
    }

    @Test(arguments: [1, 4, 100, 999, 6000], [0, 2, 3])
    func `can be run, however few samples there are`(count: Int, classes: Int) {
        for columns in [2, 5] {
            let dataset = dataset(count, columns: columns, classes: classes)
            #expect(Experiment.standard(for: dataset).problems(for: dataset) == [])
        }
    }
}
