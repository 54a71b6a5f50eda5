import References
import Testing

@testable import Datasets

extension ReferenceVectors {
    /// `datasets.json`: what Keras' `load_data` functions return, described by counts, checksums and a few samples.
    ///
    /// The copy next to the tests has checksums also in place of the sequences of texts, and of the texts
    /// themselves, which may not be passed on (`Reference/make_datasets.py`).
    @Suite(.reference("datasets")) struct `Keras' data sets` {
        let reference: ReferenceFile

        init() throws {
            reference = try Reference.folder.file("datasets")
        }

        /// Loads a data set as it is measured, without what is done to it for a network.
        private static func load(_ term: Term) throws -> Dataset {
            try Catalog.load(term, preprocessing: [], from: RealFiles.locations)
        }

        /// Those entries of the file, and how each is loaded.
        private func forEach(
            _ key: String, _ test: (JSON, Comparison) throws -> Void
        ) {
            guard let entry = reference[key] else { return }
            let items = entry.list.isEmpty ? [entry] : entry.list
            for (number, item) in items.enumerated() {
                let comparison = reference.compare(items.count == 1 ? key : "\(key) \(number + 1)")
                do { try test(item, comparison) } catch {
                    Issue.record("datasets.json, \(comparison.name): \(error)")
                }
            }
        }

        @Test func `are all known here`() {
            let known: Set = [
                "versions", "about", "note", "reuters", "reuters_text", "reuters_baselines", "imdb", "boston",
                "california_small", "california_large", "mnist",
            ]
            #expect(Set(reference.content.members.keys).subtracting(known) == [])
        }

        @Test(.enabled(if: RealFiles.has("reuters.npz", "reuters_word_index.json"), "\(RealFiles.reason)"))
        func `have Reuters as it is here`() {
            forEach("reuters") { item, comparison in
                try TextVectors(item).compare(Self.load(item.term("reuters")), comparison)
            }
        }

        @Test(.enabled(if: RealFiles.has("reuters.npz", "reuters_word_index.json"), "\(RealFiles.reason)"))
        func `have the words that Reuters has here`() throws {
            guard reference["reuters_text"] != nil else { return }
            let dataset = try `Reuters, from Keras' files,`.standard.get()
            forEach("reuters_text") { item, comparison in
                let index = try #require(item["train_index"]?.integer)
                let text = try #require(dataset.text(of: index, in: dataset.train))
                // Compared by their checksums, so that no text comes out where the test fails.
                comparison.expectSame(
                    SHA256.hexadecimal(text.utf8),
                    item["text"]?.text.map { SHA256.hexadecimal($0.utf8) } ?? item["text_sha256"]?.text,
                    "SHA-256 of text \(index)")
                comparison.expectSame([dataset.train.labels[index]], item["label"], "label \(index)")
            }
        }

        @Test(.enabled(if: RealFiles.has("reuters.npz", "reuters_word_index.json"), "\(RealFiles.reason)"))
        func `are guessed as often as here`() throws {
            guard reference["reuters_baselines"] != nil else { return }
            let dataset = try `Reuters, from Keras' files,`.standard.get()
            func shares(_ split: Split) -> [Double] {
                split.classCounts(dataset.classes.count).map { Double($0) / Double(split.count) }
            }
            let (train, test) = (shares(dataset.train), shares(dataset.test))
            let majority = train.indices.max { train[$0] < train[$1] } ?? 0
            forEach("reuters_baselines") { item, comparison in
                for (key, expected) in item.members {
                    let actual: Double? =
                        switch key {
                        case "shuffled_test_labels_expected": zip(test, test).reduce(0) { $0 + $1.0 * $1.1 }
                        case "train_prior_guess_expected": zip(train, test).reduce(0) { $0 + $1.0 * $1.1 }
                        case "majority_class_test_accuracy": test[majority]
                        default: nil
                        }
                    comparison.expect([try #require(actual, "\(key) is unknown")], expected.numbers, key)
                }
            }
        }

        @Test(.enabled(if: RealFiles.has("imdb.npz", "imdb_word_index.json"), "\(RealFiles.reason)"))
        func `have IMDB as it is here`() {
            forEach("imdb") { item, comparison in
                try TextVectors(item).compare(Self.load(item.term("imdb")), comparison)
            }
        }

        @Test(.enabled(if: RealFiles.has("boston_housing.npz"), "\(RealFiles.reason)"))
        func `have Boston housing as it is here`() {
            forEach("boston") { item, comparison in
                try TableVectors(item).compare(
                    Self.load(item.term("boston_housing")), file: "boston_housing.npz", comparison)
            }
        }

        @Test(
            .enabled(if: RealFiles.has("california_housing.npz"), "\(RealFiles.reason)"),
            arguments: CaliforniaHousing.Version.allCases)
        func `have California housing as it is here`(version: CaliforniaHousing.Version) {
            forEach("california_\(version)") { item, comparison in
                var term = try item.term("california_housing")
                term.arguments.append(.init("version", .term(Term(version.rawValue))))
                try TableVectors(item).compare(Self.load(term), file: "california_housing.npz", comparison)
            }
        }

        @Test(.enabled(if: RealFiles.has("mnist.npz"), "\(RealFiles.reason)"))
        func `have MNIST as it is here`() {
            forEach("mnist") { item, comparison in
                try ImageVectors(item).compare(Self.load(Term("mnist")), comparison)
            }
        }
    }
}

extension JSON {
    /// The arguments of `load_data` among a case's members, behind a data set's name.
    fileprivate func term(_ name: String) throws -> Term {
        let labels = [
            "num_words", "skip_top", "maxlen", "test_split", "seed", "start_char", "oov_char", "index_from",
        ]
        return Term(
            name,
            try labels.compactMap { label in
                guard let value = self[label] else { return nil }
                if case .null = value { return Term.Argument(label, .none) }
                return Term.Argument(label, .number(try #require(value.number, "\(label) is no number")))
            })
    }
}
