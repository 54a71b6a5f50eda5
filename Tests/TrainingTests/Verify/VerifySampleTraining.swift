import Testing

@Suite(.enabled(if: Verification.isWanted, "\(Verification.hint)"))
struct VerifySampleTraining {
    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func `the book's network learns the built-in sample, and overfits, by every seed`(seed: UInt64) throws {
        try expectLearningOnSample(seed: seed)
    }
}
