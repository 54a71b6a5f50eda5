import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `The plane of points` {
    /// The pane's picture of regions and where it stands.
    private func regions(_ dashboard: Dashboard) throws -> (plane: ScatterPlane, ground: ScatterGround?) {
        let pane = try #require(dashboard.pointsPane)
        let area = Frame.inside(try #require(dashboard.layout.panes[.inspector]))
        let section = try #require(pane.parts(of: area).sections.first)
        let picture = try #require(pane.pictures(in: section).first)
        return (pane.scatter(of: picture).plane(in: picture.area), pane.ground(of: picture))
    }

    @Test func `has in each half cell the class that the network decides for in its middle`() throws {
        let dashboard = PointsFixture.trained()
        let (plane, ground) = try regions(dashboard)
        let network = try #require(dashboard.run?.snapshot?.network)
        let shown = try #require(ground)
        #expect(shown.columns == plane.area.columns && shown.rows == plane.area.rows * 2)
        let canvas = dashboard.draw()
        var seen: Set<Int> = []
        for row in 0..<plane.area.rows {
            for column in 0..<plane.area.columns {
                let cell = canvas[plane.area.left + column, plane.area.top + row]
                guard case .halves(let upper, _) = cell.style.shading else { continue }
                let x = plane.across.value(at: (Double(column) + 0.5) / Double(plane.area.columns))
                let y = plane.up.value(at: 1 - (Double(row * 2) + 0.5) / Double(plane.area.rows * 2))
                let inputs = Inputs.dense(DenseRows(columns: 2, values: [Float(x), Float(y)]))
                let probabilities = network.probabilities(of: inputs, row: 0)
                let label = try #require(Network.likeliest(probabilities))
                seen.insert(label)
                // Right on a border rounding decides.
                guard probabilities.sorted().suffix(2).reduce(0, { $1 - $0 }) > 1e-3 else { continue }
                #expect(upper == .group(label), "at \(column), \(row)")
            }
        }
        #expect(seen.count >= 3)
    }

    @Test func `moves with every snapshot, and with nothing else`() throws {
        var dashboard = PointsFixture.trained()
        let first = try regions(dashboard).ground
        let sources = dashboard.plane.maps.sources
        dashboard.press("1 j j 4 j 2")
        #expect(dashboard.plane.maps.sources == sources)
        let id = try #require(dashboard.run?.id)
        let model = dashboard.experiment.model
        _ = dashboard.update(.snapshot(id, PointsFixture.snapshot(model, epochs: 60)))
        #expect(try regions(dashboard).ground != first)
    }

    @Test func `is worked out anew for another size`() throws {
        var dashboard = PointsFixture.trained(80, 24)
        dashboard.press("4")
        _ = dashboard.update(.event(.resize(Size(150, 50))))
        let (plane, ground) = try regions(dashboard)
        #expect(ground?.columns == plane.area.columns)
    }

    @Test func `has two regions where there is one output, which parts them at one half`() throws {
        let model = [Layer.dense(1, activation: .sigmoid)]
        let split = Split(
            inputs: .dense(DenseRows(columns: 2, values: [-1, 0, 1, 0, 2, 1, -2, 1])), labels: [0, 1, 1, 0])
        let halves = Dataset(
            reference: Term("halves"), title: "halves", classes: ["no", "yes"], train: split, test: split)
        var dashboard = PointsFixture.dashboard(layers: model, dataset: halves)
        dashboard.press("space")
        let id = try #require(dashboard.run?.id, "\(dashboard.notice?.text ?? "")")
        let weights = Network.Weights(kernel: Matrix(rows: 2, columns: 1, values: [3, 0]), bias: [0])
        let network = Network(model: dashboard.experiment.model, weights: [weights])
        _ = dashboard.update(.snapshot(id, Snapshot(network: network, epochs: 1, batches: 0)))
        let ground = try #require(try regions(dashboard).ground)
        let row = ground.numbers.prefix(ground.columns)
        #expect(row.first == 0 && row.last == 1)
        let middle = try #require(row.firstIndex(of: 1))
        #expect(abs(middle - ground.columns / 2) <= 1)
    }

    @Test func `says so where the weights are no numbers`() throws {
        var dashboard = PointsFixture.trained()
        let id = try #require(dashboard.run?.id)
        let good = try #require(dashboard.run?.snapshot?.network)
        var weights = good.weights
        weights[0].bias = [.nan, 0]
        let lost = Network(model: good.model, weights: weights)
        _ = dashboard.update(.snapshot(id, Snapshot(network: lost, epochs: 3, batches: 0)))
        dashboard.press("4")
        #expect(dashboard.screen.contains("outputs are no numbers"))
        #expect(dashboard.plane.maps.regions == nil)
        dashboard.press("v")
        #expect(dashboard.screen.contains("units give no numbers"))
    }

    // MARK: Choosing

    @Test func `marks the chosen point, and the mark goes along the list`() throws {
        var dashboard = PointsFixture.trained()
        dashboard.press("4")
        for _ in 0..<5 {
            let row = try #require(dashboard.samples.selected)
            let cell = try #require(
                try regions(dashboard).plane.cell(of: PointsFixture.dataset.train.mark(row)))
            let canvas = dashboard.draw()
            #expect(canvas[cell.column - 1, cell.row].character == "[")
            #expect(canvas[cell.column, cell.row].style.role == .cursor)
            #expect(canvas[cell.column + 1, cell.row].character == "]")
            dashboard.press("j")
            #expect(dashboard.samples.selected == row + 1)
        }
    }

    @Test(arguments: ["1", "4"])
    func `chooses the point nearest to a click`(key: String) throws {
        var dashboard = PointsFixture.trained(80, 24)
        dashboard.press(key)
        let wanted = 37
        let mark = PointsFixture.dataset.train.mark(wanted)
        let plane: ScatterPlane
        if key == "4" {
            plane = try regions(dashboard).plane
        } else {
            let area = Frame.inside(try #require(dashboard.layout.panes[.data]))
            let detail = DataPane.textArea(
                of: DataPane.parts(of: area, samples: dashboard.samples).detail, dashboard.samples)
            var scatter = Scatter(points: [], xRange: dashboard.plane.points.x)
            (scatter.yRange, scatter.groups) = (dashboard.plane.points.y, PointsFixture.dataset.classes)
            plane = scatter.plane(in: detail)
        }
        let cell = try #require(plane.cell(of: mark))
        _ = dashboard.update(.event(.mouse(cell, .left)))
        let chosen = try #require(dashboard.samples.selected)
        #expect(plane.cell(of: PointsFixture.dataset.train.mark(chosen)) == cell)
    }

    // MARK: Views

    @Test func `turns from regions to units to outputs, and round`() {
        var dashboard = PointsFixture.trained(80, 24)
        dashboard.press("4 v")
        #expect(dashboard.screen.contains("dense: what its 2 units give"))
        #expect(dashboard.plane.maps.units.count == 2)
        dashboard.press("v")
        #expect(dashboard.screen.contains("what the outputs make of dense"))
        #expect(dashboard.plane.maps.outputs.count == 4)
        #expect(dashboard.plane.maps.hiddenPoints.count == 64)
        dashboard.press("v")
        #expect(dashboard.plane.view == .regions && dashboard.plane.maps.regions != nil)
    }

    @Test func `shows all views at once where there is room`() {
        var dashboard = PointsFixture.trained()
        dashboard.press("4 z")
        let maps = dashboard.plane.maps
        #expect(maps.regions != nil && maps.units.count == 2 && maps.outputs.count == 4)
        for text in ["unit 1", "unit 2", "cloud 0", "cloud 3"] { #expect(dashboard.screen.contains(text)) }
    }

    @Test func `says why a view has nothing to show`() {
        var dashboard = PointsFixture.dashboard()
        dashboard.press("4 v")
        #expect(dashboard.screen.contains("No network yet"))
        dashboard = PointsFixture.trained(layers: [.dense(4)])
        dashboard.press("4 v")
        #expect(dashboard.screen.contains("no hidden layer"))
        dashboard = PointsFixture.trained(layers: [.dense(8, activation: .tanh), .dense(4)])
        dashboard.press("4 v v")
        #expect(dashboard.screen.contains("dense has 8 units: only two make a plane"))
    }

    @Test func `goes through the hidden layers of a deep network`() {
        let layers = [Layer.dense(3, activation: .tanh), .dense(2, activation: .relu), .dense(4)]
        var dashboard = PointsFixture.trained(layers: layers)
        dashboard.press("4 v")
        #expect(dashboard.plane.maps.units.count == 3)
        dashboard.press("x")
        #expect(dashboard.plane.maps.units.count == 2)
        #expect(dashboard.screen.contains("dense_1"))
        dashboard.press("v")
        #expect(dashboard.plane.maps.outputs.count == 4)
    }

    @Test func `is for points alone`() {
        var dashboard = Fixture.trained(3)
        dashboard.perform("plane units")
        #expect(dashboard.notice?.text.contains("Only points") == true)
        #expect(dashboard.plane == PlaneState())
    }

    // MARK: Everything at once

    @Test func `keeps to its area at every size`() {
        for view in `Points as pictures`.View.all {
            var dashboard = view.dashboard(Size(120, 40))
            for columns in [0, 1, 2, 13, 24, 39, 76, 131] {
                for rows in [0, 1, 2, 3, 5, 8, 13, 21, 45] {
                    _ = dashboard.update(.event(.resize(Size(columns, rows))))
                    #expect(dashboard.draw().size == Size(columns, rows))
                }
            }
        }
    }

    @Test func `draws thousands of points as fast as it can show them`() {
        let count = 50_000
        let values = (0..<count * 2).map { Float($0 * 7919 % 10_007) / 1000 }
        let split = Split(
            inputs: .dense(DenseRows(columns: 2, values: values)), labels: (0..<count).map { Int32($0 % 4) })
        let many = Dataset(
            reference: Term("many"), title: "many", classes: ["a", "b", "c", "d"], train: split, test: split)
        let dashboard = PointsFixture.dashboard(dataset: many)
        #expect(dashboard.plane.points.marks.count == PlanePoints.limit)
    }

    @Test(arguments: [UInt64](1...3))
    func `survives a monkey at the keyboard`(seed: UInt64) {
        var monkey = Monkey(seed: seed)
        var dashboard = PointsFixture.trained(80, 24)
        for step in 1...4000 {
            dashboard.now = Double(step) / 10
            _ = dashboard.update(.event(monkey.event(dashboard.size)))
            if step % 5 == 0, let run = dashboard.run, run.experiment.model.parameterCount(inputs: 2) < 5000 {
                let snapshot = PointsFixture.snapshot(run.experiment.model, epochs: step % 50)
                _ = dashboard.update(.snapshot(run.id, snapshot))
            }
            if step % 50 == 0 { #expect(dashboard.draw().size == dashboard.size) }
            guard step % 500 == 0 else { continue }
            _ = dashboard.update(.loaded(PointsFixture.dataset))
            _ = dashboard.update(.event(.resize(Size(120, 40))))
            dashboard.press("esc esc esc 4 space")
        }
    }
}
