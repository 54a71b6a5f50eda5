import CAllocationCount
import Training

/// The number of requests for memory that a training step sends to the heap, which should be none.
///
/// A test counts the same to the last one, step by step; here it is the whole run that is counted.
struct Allocations {
    func run(_ bench: Bench) throws {
        guard bench.wants("allocations"), allocation_count_is_available() else { return }
        show("\nallocations: runs of few and of many steps")
        let few = try count(Workload(batchSize: 512, epochs: 2), bench)
        let many = try count(Workload(batchSize: 16, epochs: 2), bench)
        let steps = many.steps - few.steps
        show(
            "\(few.steps.grouped) steps: \(few.allocations), \(many.steps.grouped) steps: \(many.allocations), "
                + "so \((Double(many.allocations - few.allocations) / steps).digits(3)) a step")
    }

    private func count(_ workload: Workload, _ bench: Bench) throws -> (steps: Double, allocations: Int) {
        let dataset = try bench.source.dataset(for: workload)
        let experiment = try workload.experiment(on: dataset)
        let before = allocation_count_of_process()
        _ = try HeadlessRun(experiment, dataset: dataset).run()
        return (
            Size(workload, experiment: experiment, dataset: dataset).steps,
            allocation_count_of_process() - before
        )
    }
}
