import Datasets

/// The playground: points that nnboard draws itself, changed by keys.
extension Dashboard {
    /// Changes the points as a command says: they are drawn again, and model and settings stay.
    mutating func change(_ change: CloudChange) -> [Effect] {
        if case .shape(let name) = change {
            guard Self.clouds.contains(where: { $0.name == name }) else {
                let names = Self.clouds.map(\.name).joined(separator: ", ")
                complain("There is no cloud “\(name.clipped(to: 20))”: there are \(names).")
                return []
            }
        }
        // The points asked for last may still be on their way, even where earlier ones have arrived.
        let shown = plane.wanted ?? dataset?.reference ?? experiment.dataset
        guard let cloud = Self.clouds.first(where: { $0.name == shown.name }) else {
            guard let term = shape(change, from: nil) else {
                decline(
                    "These samples have no noise and no seed: \(key(for: .cloud(.nextShape))) draws points.")
                return []
            }
            return drawAnew(term)
        }
        return drawAnew(shape(change, from: cloud) ?? Self.term(shown, of: cloud, after: change))
    }

    /// The data sets that are drawn by a noise and a seed.
    static let clouds = Catalog.entries.compactMap { $0 as? any DrawnPoints }

    /// Another shape as it is drawn at first; `nil` where the change is another one.
    private func shape(_ change: CloudChange, from cloud: (any DrawnPoints)?) -> Term? {
        let names = Self.clouds.map(\.name)
        let place = cloud.flatMap { names.firstIndex(of: $0.name) }
        switch change {
        case .nextShape: return Term(names[((place ?? -1) + 1) % names.count])
        case .previousShape: return Term(names[((place ?? 0) - 1 + names.count) % names.count])
        case .shape(let name): return Term(name)
        default: return nil
        }
    }

    /// The same shape with another noise or seed.
    private static func term(_ shown: Term, of cloud: any DrawnPoints, after change: CloudChange) -> Term {
        let noise = shown.number("noise") ?? cloud.standard.noise
        let seed = shown.number("seed").flatMap(UInt32.init(exactly:)) ?? cloud.standard.seed
        return switch change {
        case .noisier: shown.with("noise", stepped(noise, by: 1))
        case .calmer: shown.with("noise", stepped(noise, by: -1))
        case .noise(let noise): shown.with("noise", noise)
        case .nextSeed: shown.with("seed", Double(seed == .max ? 0 : seed + 1))
        case .previousSeed: shown.with("seed", Double(seed == 0 ? .max : seed - 1))
        case .seed(let seed): shown.with("seed", Double(seed))
        case .nextShape, .previousShape, .shape: shown
        }
    }

    /// The next of the noises that keys go through: finer steps where there is little of it.
    static func stepped(_ noise: Double, by direction: Double) -> Double {
        // A hair less on the way down, so that a step leads back to where it came from.
        let place = direction > 0 ? noise + 1e-9 : noise - 1e-9
        let step = place < 0.5 ? 0.05 : place < 2 ? 0.1 : 0.5
        let next = direction > 0 ? (place / step).rounded(.down) + 1 : (place / step).rounded(.up) - 1
        let noises = PointArguments.noises
        // A multiple of a step has two digits.
        return min(noises.upperBound, max(noises.lowerBound, (next * step * 100).rounded() / 100))
    }

    /// Forgets the request for points that have arrived.
    mutating func noteArrival(of reference: Term) {
        guard let wanted = plane.wanted, wanted.name == reference.name,
            let standard = Self.clouds.first(where: { $0.name == wanted.name })?.standard
        else { return }
        // An argument with its usual value is not written down.
        let isThere = [("noise", standard.noise), ("seed", Double(standard.seed))].allSatisfy {
            label, usual in
            (wanted.number(label) ?? usual) == (reference.number(label) ?? usual)
        }
        if isThere { plane.wanted = nil }
    }

    private mutating func drawAnew(_ term: Term) -> [Effect] {
        let effects = load(term)
        guard !effects.isEmpty else { return [] }
        plane.wanted = term
        if let cloud = Self.clouds.first(where: { $0.name == term.name }) {
            let noise = term.number("noise") ?? cloud.standard.noise
            let seed = term.number("seed") ?? Double(cloud.standard.seed)
            say("\(cloud.title): noise \(Term.Value.number(noise)), seed \(Term.Value.number(seed)).")
        }
        return effects
    }
}

extension Term {
    /// The number behind a label.
    fileprivate func number(_ label: String) -> Double? {
        guard case .number(let number)? = arguments.first(where: { $0.label == label })?.value else {
            return nil
        }
        return number
    }

    /// The same with another number behind a label.
    fileprivate func with(_ label: String, _ number: Double) -> Term {
        var term = self
        term.arguments.removeAll { $0.label == label }
        term.arguments.append(.init(label, .number(number)))
        return term
    }
}
