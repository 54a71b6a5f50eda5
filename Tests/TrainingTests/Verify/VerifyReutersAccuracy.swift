import Testing

@Suite(
    .enabled(if: Verification.isWanted, "\(Verification.hint)"),
    .enabled(if: RealData.isThere, "\(RealData.missing)"))
struct VerifyReutersAccuracy {
    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64], ["adam", "rmsprop"])
    func `the book's network lands between 77 and 82 % on test by every seed`(
        seed: UInt64, optimizer: String
    ) throws {
        try expectBooksAccuracy(seed: seed, optimizer: optimizer)
    }
}
