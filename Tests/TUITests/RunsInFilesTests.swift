import Testing

@testable import TUI

/// The marks of runs that are named at the end of a program without memory.
@Suite struct `The marks of runs in files` {
    typealias News = RunsInFiles.News

    private let run = RunID(number: 1)
    private let other = RunID(number: 2)

    /// Tells whether a run is marked after news of it.
    private func isMarked(_ news: [News]) -> Bool {
        var runs = RunsInFiles()
        for one in news { runs.update(one, of: run) }
        return runs.isAnyMarked
    }

    @Test func `come with a start or an epoch that is in files, and go at the end`() {
        #expect(!isMarked([.began]))
        #expect(isMarked([.began, .advanced(isInFiles: true)]))
        #expect(!isMarked([.began, .advanced(isInFiles: false)]))
        #expect(isMarked([.began, .advanced(isInFiles: true), .advanced(isInFiles: false)]))
        #expect(!isMarked([.began, .advanced(isInFiles: true), .ended]))
        #expect(!isMarked([.began, .advanced(isInFiles: true), .takenOut]))
    }

    @Test(arguments: [
        [News.began, .takenOut], [.began, .advanced(isInFiles: true), .takenOut], [.takenOut], [],
    ])
    func `do not come back with news of a run that was taken out`(before: [News]) {
        #expect(!isMarked(before + [.advanced(isInFiles: true)]))
        #expect(!isMarked(before + [.ended, .advanced(isInFiles: true)]))
    }

    @Test func `of other runs stay`() {
        var runs = RunsInFiles()
        for id in [run, other] {
            runs.update(.began, of: id)
            runs.update(.advanced(isInFiles: true), of: id)
        }
        runs.update(.takenOut, of: run)
        #expect(runs.isAnyMarked)
        runs.update(.ended, of: other)
        #expect(!runs.isAnyMarked)
    }
}
