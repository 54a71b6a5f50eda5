import Testing

@Suite struct `Results by seed` {
    @Test func `have the mean and the deviation of a small sample`() {
        let results = Results([1, 2, 3, 4, 5])
        #expect(results.mean == 3)
        #expect(abs(results.deviation - 2.5.squareRoot()) < 1e-15)
        #expect(Results([7]).deviation == 0)
    }

    @Test func `are compared in combined standard errors`() {
        // By hand: variances 2.5 and 4, so sqrt(2.5 / 5 + 4 / 3) = 1.354006 for a difference of 1.
        let (one, other) = (Results([1, 2, 3, 4, 5]), Results([2, 4, 6]))
        #expect(abs(other.standardErrors(above: one) - 0.738549) < 1e-6)
        #expect(one.standardErrors(above: other) == -other.standardErrors(above: one))
    }

    @Test func `take a single result for one more draw`() {
        // By hand: deviation 2, so 2 · sqrt(1 + 1/3) = 2.309401 for a difference of 3.
        let (many, single) = (Results([2, 4, 6]), Results([7]))
        #expect(abs(many.standardErrors(above: single) + 1.299038) < 1e-6)
        #expect(abs(single.standardErrors(above: many) - 1.299038) < 1e-6)
    }

    @Test func `that never vary are the same or infinitely far apart`() {
        #expect(Results([3, 3, 3]).standardErrors(above: Results([3, 3])) == 0)
        #expect(Results([4, 4, 4]).standardErrors(above: Results([3, 3])) == .infinity)
        #expect(Results([3, 3, 3]).standardErrors(above: Results([4, 4])) == -.infinity)
    }
}

@Suite struct `Shares of runs` {
    @Test(arguments: [
        // Fisher's tea taster: 2 (16 + 1) / 70.
        Tables(Share(hits: 3, count: 4), Share(hits: 1, count: 4), chance: 34.0 / 70),
        // By hand: (10 · 5 + 1 · 1) / 3003.
        Tables(Share(hits: 1, count: 10), Share(hits: 4, count: 5), chance: 51.0 / 3003),
        Tables(Share(hits: 0, count: 10), Share(hits: 5, count: 5), chance: 1.0 / 3003),
        Tables(Share(hits: 4, count: 10), Share(hits: 2, count: 5), chance: 1),
        Tables(Share(hits: 0, count: 10), Share(hits: 0, count: 5), chance: 1),
        Tables(Share(hits: 10, count: 10), Share(hits: 5, count: 5), chance: 1),
    ])
    func `part by chance as often as counting the tables says`(tables: Tables) {
        #expect(abs(tables.one.chance(besides: tables.other) - tables.chance) < 1e-12)
        #expect(abs(tables.other.chance(besides: tables.one) - tables.chance) < 1e-12)
    }

    /// Two shares, and how likely they part so far.
    struct Tables {
        let one: Share
        let other: Share
        let chance: Double

        init(_ one: Share, _ other: Share, chance: Double) {
            (self.one, self.other, self.chance) = (one, other, chance)
        }
    }
}
