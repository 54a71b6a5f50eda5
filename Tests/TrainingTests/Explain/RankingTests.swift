import Testing

@testable import Training

@Suite struct `The ranking of a prediction` {
    private let ranking = Ranking([0.1, 0.6, 0.25, 0.05])

    @Test func `puts the likeliest first`() {
        #expect(ranking.order == [1, 2, 0, 3])
        #expect([1, 2, 3].map { ranking.rank(of: $0) } == [1, 2, 4])
        #expect(ranking.rank(of: 4) == nil)
        #expect(Ranking([0.5, 0.5]).order == [0, 1])
    }

    @Test func `has the margin over the best other class`() throws {
        #expect(abs(try #require(ranking.margin(of: 1)) - 0.35) < 1e-6)
        #expect(abs(try #require(ranking.margin(of: 0)) + 0.5) < 1e-6)
        #expect(ranking.margin(of: 9) == nil)
        #expect(Ranking([1]).margin(of: 0) == nil)
    }

    @Test func `is the more undecided the evener it is`() {
        #expect(Ranking([1, 0, 0]).entropy == 0)
        #expect(abs(Ranking([0.25, 0.25, 0.25, 0.25]).entropy - 1.3862943611) < 1e-7)
        #expect(Ranking([.nan, 1]).entropy.isNaN)
        #expect(Ranking([]).entropy == 0)
    }

    @Test func `tells how many classes hold a share`() {
        #expect(ranking.classes(holding: 0.5) == 1)
        #expect(ranking.classes(holding: 0.9) == 3)
        #expect(ranking.classes(holding: 2) == 4)
    }
}

@Suite struct `Softmax through time` {
    private var history: SoftmaxThroughTime {
        var history = SoftmaxThroughTime()
        history.set([0.2, 0.8, 0], epoch: 4)
        history.set([0.5, 0.4, 0.1], epoch: 1)
        history.set([0.3, 0.6, 0.1], epoch: 2)
        history.set([0.3, 0.3, 0.4], epoch: 3)
        return history
    }

    @Test func `tells at which epochs the network changed its mind`() {
        #expect(history.epochs == [1, 2, 3, 4])
        #expect(history.changes.map(\.epoch) == [2, 3, 4])
        #expect(history.changes.map(\.from) == [0, 1, 2])
        #expect(history.changes.map(\.to) == [1, 2, 1])
    }

    @Test func `replaces what it knew of an epoch`() {
        var history = history
        history.set([0.1, 0.8, 0.1], epoch: 3)
        #expect(history.changes.map(\.epoch) == [2])
        #expect(history.probabilities(of: 1) == [0.4, 0.6, 0.8, 0.8])
        #expect(history.probabilities(of: 7).allSatisfy { $0.isNaN })
    }

    @Test func `puts the classes first that once were likely`() {
        #expect(history.prominent == [1, 0, 2])
        #expect(SoftmaxThroughTime().prominent.isEmpty)
        #expect(SoftmaxThroughTime().changes.isEmpty)
    }
}
