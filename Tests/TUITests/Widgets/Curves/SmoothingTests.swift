import Glibc
import Testing

@testable import TUI

@Suite struct `Smoothing` {
    /// Smooths as TensorBoard does: a running sum, divided by what it would be for ones.
    private func tensorBoard(_ values: [Double], _ weight: Double) -> [Double] {
        var (last, count) = (0.0, 0)
        return values.map { value in
            guard value.isFinite else { return .nan }
            last = last * weight + (1 - weight) * value
            count += 1
            return last / (1 - pow(weight, Double(count)))
        }
    }

    @Test(arguments: [0.1, 0.6, 0.9, 0.99])
    func `is TensorBoard's average`(weight: Double) {
        let values = (0..<500).map { sin(Double($0) / 7) + 3 / Double($0 + 1) }
        for (ours, theirs) in zip(values.smoothed(by: weight), tensorBoard(values, weight)) {
            #expect(abs(ours - theirs) < 1e-12)
        }
    }

    @Test func `has these values by hand`() {
        // 4; then (4 · 0.5 · 0.5 + 2 · 0.5) / 0.75; then (4 · 0.125 + 2 · 0.25 + 1 · 0.5) / 0.875.
        let smoothed = [4.0, 2, 1].smoothed(by: 0.5)
        for (ours, hand) in zip(smoothed, [4, 2 / 0.75, 1.5 / 0.875]) { #expect(abs(ours - hand) < 1e-15) }
    }

    @Test(arguments: [0.3, 0.97, 0.99], [0.1, 1e300, -7e-300])
    func `leaves constants exactly as they are`(weight: Double, constant: Double) {
        let values = Array(repeating: constant, count: 1000)
        #expect(values.smoothed(by: weight) == values)
    }

    @Test func `neither counts nor spreads what is no number, and keeps its gap`() {
        let holed = [5, .nan, 3, .infinity, 1].smoothed(by: 0.6)
        #expect(holed.map(\.isFinite) == [true, false, true, false, true])
        #expect(holed.filter(\.isFinite) == [5, 3, 1].smoothed(by: 0.6))
    }

    @Test(arguments: [0, -1, .nan, -.infinity] as [Double])
    func `does nothing with a weight of nothing`(weight: Double) {
        #expect([3.0, 1, 2].smoothed(by: weight) == [3, 1, 2])
    }

    @Test func `takes any weight`() {
        for weight in [1.0, 2, .infinity, 0.999_999] {
            #expect([3.0, 1, 2].smoothed(by: weight).allSatisfy { $0.isFinite })
        }
        #expect([Double]().smoothed(by: 0.5) == [])
    }
}
