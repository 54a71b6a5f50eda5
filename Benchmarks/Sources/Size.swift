import Datasets
import Training

/// The size of a workload, from which its costs are worked out.
struct Size {
    let workload: Workload
    /// The number of inputs of the first layer, then the number of units of each layer.
    let widths: [Int]
    /// Samples of an epoch, for training and for validation, with how many ones they have.
    let training: (samples: Int, ones: Int)
    let validation: (samples: Int, ones: Int)
    /// Weights and biases, and how many numbers the optimizer keeps for each.
    let parameters: Int
    let slots: Int

    init(_ workload: Workload, experiment: Experiment, dataset: Dataset) {
        self.workload = workload
        widths = [dataset.train.inputs.columns] + workload.hidden + [dataset.classes.count]
        let samples = dataset.train.count
        let held = experiment.settings.validation
        func ones(_ rows: Range<Int>) -> Int {
            guard case .sparse(let all) = dataset.train.inputs else { return 0 }
            return Int(all.offsets[rows.upperBound] - all.offsets[rows.lowerBound])
        }
        training = (samples - held, ones(held..<samples))
        validation = (held, ones(0..<held))
        parameters = experiment.model.parameterCount(inputs: widths[0])
        slots = experiment.model.optimizer.slots
    }

    /// Steps of an epoch.
    var batches: Int { (training.samples - 1) / workload.batchSize + 1 }
    /// Samples of the whole run.
    var samples: Double { Double(training.samples * workload.epochs) }
    /// Steps of the whole run.
    var steps: Double { Double(batches * workload.epochs) }
    /// Distinct words of a training sample, on average.
    var wordsPerSample: Double { Double(training.ones) / Double(training.samples) }
    /// Inputs and units of each layer but the first.
    private var dense: [(inputs: Int, units: Int)] { Array(zip(widths.dropFirst(), widths.dropFirst(2))) }
}

// MARK: - Costs

/// Operations on numbers, and bytes read and written.
struct Cost {
    var operations = 0.0
    var bytes = 0.0

    static func += (left: inout Cost, right: Cost) {
        left.operations += right.operations
        left.bytes += right.bytes
    }
}

extension Size {
    /// The cost of a phase of the whole run, by the sizes of what it reads and writes; `nil` if that is not
    /// known.
    ///
    /// With S samples, N ones, B steps of an epoch, u the first layer's units, P parameters and k slots, and numbers of
    /// 4 bytes:
    ///
    /// - gather: N·u additions; a row of the kernel for each one, an index for each one, a row of sums for each sample.
    /// - products: 6·S·inputs·units for each later layer (forward, gradient of its weights, gradient of its inputs);
    ///   each product reads two matrices and writes one.
    /// - activations: forward a number is read and written, backward two are read and one written.
    /// - loss: outputs are read twice and the gradient is written once.
    /// - sort: indices are read twice and written once, and two counts a column.
    /// - update: N·u additions, a row of the gradient and an index for each one; each parameter and its k slots are
    ///   read and written once a step. The optimizer's own arithmetic is not counted as operations.
    /// - validation: gather, forward products, activations and loss of its samples.
    ///
    /// Bytes are counted as if no cache held anything, operations are additions and multiplications.
    func cost(of phase: PhaseClock.Phase) -> Cost? {
        let (samples, ones) = (Double(training.samples), Double(training.ones))
        let units = Double(widths[1])
        var cost: Cost
        switch phase {
        case .gather: cost = gather(training)
        case .products: cost = products(training.samples, times: 3, batches: batches)
        case .activations: cost = Cost(bytes: 4 * samples * hiddenUnits * (2 + 3))
        case .loss: cost = Cost(bytes: 4 * samples * classes * 3)
        case .sort: cost = Cost(bytes: 4 * (3 * ones + 2 * Double(widths[0] * batches)))
        case .update:
            cost = Cost(
                operations: ones * units,
                bytes: 4 * (ones * (units + 1) + Double(batches * parameters * (1 + slots) * 2)))
        case .validation:
            let held = Double(validation.samples)
            cost = gather(validation)
            cost += products(
                validation.samples, times: 1, batches: (validation.samples - 1) / workload.batchSize + 1)
            cost += Cost(bytes: 4 * held * (hiddenUnits * 2 + classes * 2))
        case .snapshot: return nil
        }
        cost.operations *= Double(workload.epochs)
        cost.bytes *= Double(workload.epochs)
        return cost
    }

    /// The cost of the whole run.
    var cost: Cost {
        PhaseClock.Phase.allCases.reduce(into: Cost()) { sum, phase in
            if let cost = cost(of: phase) { sum += cost }
        }
    }

    private var hiddenUnits: Double { Double(widths.dropFirst().dropLast().reduce(0, +)) }
    private var classes: Double { Double(widths[widths.count - 1]) }

    private func gather(_ part: (samples: Int, ones: Int)) -> Cost {
        let units = Double(widths[1])
        return Cost(
            operations: Double(part.ones) * units,
            bytes: 4 * (Double(part.ones) * (units + 1) + Double(part.samples) * units))
    }

    private func products(_ samples: Int, times: Double, batches: Int) -> Cost {
        dense.reduce(into: Cost()) { sum, layer in
            let (inputs, units) = (Double(layer.inputs), Double(layer.units))
            sum += Cost(
                operations: times * 2 * Double(samples) * inputs * units,
                bytes: times * 4 * (Double(samples) * (inputs + units) + Double(batches) * inputs * units))
        }
    }
}
