import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `Inspecting` {
    @Test func `follows the selection`() {
        var dashboard = Fixture.trained(20, ends: true)
        let first = dashboard.probabilities
        dashboard.press("j")
        #expect(dashboard.probabilities != first)
        #expect(dashboard.screen.contains("train 101 · after 20 epochs"))
    }

    @Test func `shows a sum of one, and the largest in the headline`() throws {
        let dashboard = Fixture.trained(20, ends: true)
        let probabilities = try #require(dashboard.probabilities)
        #expect(abs(probabilities.reduce(0, +) - 1) < 1e-5)
        let best = try #require(probabilities.indices.max { probabilities[$0] < probabilities[$1] })
        let percent = Format.percent(Double(probabilities[best]), places: 2)
        #expect(dashboard.screen.contains("\(best) \(Fixture.classes[best])  \(percent)"))
        #expect(dashboard.screen.contains("sum 1.00"))
    }

    @Test func `shows every class at once when it is zoomed, even at 80x24`() {
        var dashboard = Fixture.trained(20, 80, 24, ends: true)
        dashboard.press("4 z")
        let lines = dashboard.draw().lines.dropFirst(5).joined(separator: "\n")
        for (label, name) in Fixture.classes.enumerated() {
            #expect(lines.contains("\(label) \(name.prefix(4))"), "\(label) \(name) is missing")
        }
    }

    @Test func `sorts by probability, and by number`() throws {
        var dashboard = Fixture.trained(20, 80, 24, ends: true)
        func numbers() -> [Int] {
            dashboard.draw().lines.dropFirst(5).dropLast(3).compactMap { line in
                Int(line.dropFirst(2).prefix(2).filter { $0 != " " })
            }
        }
        dashboard.press("4")
        let probabilities = try #require(dashboard.probabilities)
        let byProbability = numbers()
        #expect(byProbability.count > 10)
        #expect(
            zip(byProbability, byProbability.dropFirst()).allSatisfy {
                probabilities[$0] >= probabilities[$1]
            })
        dashboard.press("o")
        #expect(numbers() == Array(0..<byProbability.count))
    }

    @Test(arguments: [(200, 60), (120, 40), (80, 24)])
    func `puts the result beside what guessing gives`(columns: Int, rows: Int) {
        var dashboard = Fixture.trained(20, columns, rows, ends: true)
        dashboard.press("4")
        let guess = Format.percent(Baselines(Fixture.dataset).shuffled)
        let line = dashboard.draw().lines.first { $0.contains("test: loss 0.957, accuracy 79.7 %") }
        #expect(line?.contains("guess \(guess)") == true)
    }

    @Test func `says that outputs which are no numbers are none`() {
        var dashboard = Fixture.trained(20, ends: true)
        dashboard.probabilities = Array(repeating: .nan, count: Fixture.classes.count)
        #expect(dashboard.screen.contains("no numbers"))
    }

    @Test func `takes the first of equals, as Keras does`() {
        #expect(Network.likeliest([0.2, 0.4, 0.4]) == 1)
    }
}
