import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `Samples that are rows of numbers` {
    private func dashboard() -> Dashboard { FormFixture.houses.dashboard(200, 60) }

    @Test func `are listed as they were measured`() throws {
        let dashboard = dashboard()
        let dataset = FormFixture.houses.dataset
        let first = try #require(dashboard.samples.selected)
        let price = dataset.truth(of: first, in: dataset.train)
        #expect(price.hasPrefix("$") && price.contains(","))
        #expect(dashboard.screen.contains(price))
        #expect(dashboard.screen.contains("5 features, $"))
        #expect(dashboard.screen.contains("housing median age"))
    }

    @Test func `come back from normalization without a trace of rounding`() {
        let age = Feature("age", unit: "years", scale: 12.5, offset: 28.6)
        #expect(age.text(Float((41 - 28.6) / 12.5)) == "41 years")
        #expect(age.text(Float(-28.6 / 12.5)) == "0 years")
        #expect(Feature("price", unit: "$", scale: 100_000).text(2.284) == "$228,400")
        #expect(Feature("price", unit: "$", scale: 100_000).text(-0.01) == "-$1,000")
        #expect(Feature("price", unit: "k$").text(15.2) == "15.2 k$")
        #expect(Feature("income", unit: "10 k$").text(3.8716) == "38.72 k$")
        #expect(Feature("longitude", unit: "°").text(-118.24) == "-118.24°")
        #expect(Feature("rooms").text(.nan) == "nan")
        #expect(Feature("price", unit: "$").text(.infinity) == "inf")
    }

    @Test(arguments: [
        (37.88, "37.88"), (1467, "1467"), (0.00632, "0.00632"), (396.9, "396.9"), (0, "0"), (-0.5, "-0.5"),
        (123_456.7, "123457"), (1e-7, "1e-7"), (99_999.99, "100000"),
    ])
    func `have the digits that matter`(number: Double, text: String) {
        #expect(Format.significant(number, 5) == text)
    }

    @Test(arguments: ["median value", "income", "housing median age"])
    func `are sorted by any column, by name, by key and by click`(column: String) throws {
        var dashboard = dashboard()
        let dataset = FormFixture.houses.dataset
        dashboard.perform("sort \(column)")
        let order = try #require(SampleOrder.named(column, in: dataset))
        #expect(dashboard.samples.order == order)
        func key(_ number: Int) -> Float {
            switch order {
            case .value(let place): dataset.values(of: number, in: dataset.train)[place]
            case .feature(let place): dataset.numbers(of: number, in: dataset.train)[place]
            default: .nan
            }
        }
        let keys = dashboard.samples.rows.map(key)
        #expect(keys == keys.sorted())
        dashboard.press("O")
        #expect(dashboard.samples.rows.map(key) == keys.reversed())
        var clicked = self.dashboard()
        let head = try #require(clicked.place(of: String(column.prefix(6))))
        clicked.click(head.column, head.row)
        #expect(clicked.samples.order == order)
    }

    @Test func `go through all columns with one key`() {
        var dashboard = dashboard()
        let all = SampleOrder.all(of: FormFixture.houses.dataset)
        #expect(all.count == 7)
        for order in all.dropFirst() + [.number] {
            dashboard.press("o")
            #expect(dashboard.samples.order == order)
        }
    }

    @Test(arguments: ["f", "t"])
    func `have neither words nor classes to keep, and say so`(key: String) {
        var dashboard = dashboard()
        dashboard.press(key)
        #expect(dashboard.overlay == nil)
        #expect(dashboard.notice?.text.contains(key == "f" ? "no texts" : "no classes") == true)
        for command in ["keep words gold", "keep class 0"] {
            dashboard.perform(command)
            #expect(!dashboard.samples.isFiltered && !dashboard.samples.rows.isEmpty)
        }
    }

    @Test func `show how what is to be learnt is spread`() {
        var dashboard = dashboard()
        dashboard.press("1 c")
        #expect(dashboard.screen.contains("median value of 96 tracts, half of them up to $"))
        #expect(dashboard.screen.contains("k$"))
        dashboard.press("c")
        #expect(dashboard.samples.view == .split)
    }

    @Test func `scroll their numbers where not all fit`() {
        var dashboard = FormFixture.houses.dashboard(80, 16)
        let before = dashboard.screen
        #expect(before.contains("more number"))
        for _ in 0..<9 { dashboard.press("J") }
        #expect(dashboard.screen != before)
        #expect(dashboard.screen.contains("always the same"))
        #expect(!dashboard.screen.contains("more number"))
    }

    @Test func `are exported with all numbers, in their units`() throws {
        var dashboard = dashboard()
        dashboard.press("1")
        let table = try #require(dashboard.table(of: .data))
        #expect(
            table.columns == [
                "number", "median value ($)", "longitude (°)", "housing median age (years)", "total rooms",
                "income (10 k$)", "always the same",
            ])
        #expect(table.rows.count == 96)
        #expect(table.rows.allSatisfy { $0.count == 7 && Double($0[1]).map { $0 > 60_000 } == true })
        #expect(table.rows.allSatisfy { $0[6] == "1" })
    }
}
