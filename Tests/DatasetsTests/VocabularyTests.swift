import Testing

@testable import Datasets

@Suite struct `A vocabulary` {
    private let vocabulary = Vocabulary(words: ["", "the", "of", "", "to"], indexFrom: 3)

    @Test(arguments: [
        (4, "the"), (5, "of"), (7, "to"),
        // Marks, a rank that no word has, and what lies beyond.
        (0, "?"), (1, "?"), (2, "?"), (3, "?"), (6, "?"), (8, "?"), (-1, "?"), (Int32.max, "?"),
        (Int32.min, "?"),
    ])
    func `gives the word of an index, or a question mark`(index: Int32, word: String) {
        #expect(vocabulary[index] == word)
    }

    @Test func `decodes a text with single spaces`() {
        #expect(vocabulary.decode([1, 4, 5, 2, 7]) == "? the of ? to")
        #expect(vocabulary.decode([]) == "")
    }

    @Test func `counts from where Keras' index_from says`() {
        #expect(Vocabulary(words: ["", "the"], indexFrom: 0)[1] == "the")
        #expect(Vocabulary(words: ["", "the"], indexFrom: 100)[101] == "the")
    }
}

@Suite struct `A data set` {
    private func dataset(_ vocabulary: Vocabulary?) -> Dataset {
        var texts = TokenSequences()
        texts.append([4, 5])
        texts.append([5])
        let split = Split(inputs: .sparse(texts.multiHot(columns: 10)), labels: [1, 0], texts: texts)
        return Dataset(
            reference: Term("made_up"), title: "Made up", classes: ["a", "b"], train: split, test: split,
            vocabulary: vocabulary)
    }

    @Test func `decodes its samples where they are texts`() {
        let texts = dataset(Vocabulary(words: ["", "the", "of"], indexFrom: 3))
        #expect(texts.text(of: 0, in: texts.train) == "the of")
        let numbers = dataset(nil)
        #expect(numbers.text(of: 0, in: numbers.train) == nil)
    }

    @Test func `counts the samples of each class`() {
        #expect(dataset(nil).train.classCounts(3) == [1, 1, 0])
    }

    @Test func `calls samples and classes what people call them`() {
        #expect(Nouns() == Nouns(sample: "sample", label: "class", labels: "classes"))
        #expect(Nouns(sample: "wire", label: "topic").samples == "wires")
        #expect(Nouns(sample: "wire", label: "topic").labels == "topics")
    }
}
