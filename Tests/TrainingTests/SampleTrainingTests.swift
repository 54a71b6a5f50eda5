import Testing

@Suite struct `The book's network on the built-in sample` {
    @Test func `learns, and overfits, as on real newswires`() throws {
        try expectLearningOnSample(seed: 1)
    }
}
