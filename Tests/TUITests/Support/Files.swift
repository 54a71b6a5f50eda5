@testable import TUI

extension Dashboard {
    /// Takes the outcome of the oldest errand with a file that is under way.
    mutating func hear(_ news: FileNews) -> [Effect] { update(.outcome(news, of: errands)) }
}

extension PlainSession {
    /// Takes the outcome of the oldest errand with a file that is under way.
    mutating func hear(_ news: FileNews) -> Outcome { take(.outcome(news, of: dashboard.errands)) }
}

extension Action {
    fileprivate static func outcome(_ news: FileNews, of errands: Errands) -> Action {
        .found(.filed(news, errands.files.first ?? FileTicket(number: 0, isReading: false)))
    }
}
