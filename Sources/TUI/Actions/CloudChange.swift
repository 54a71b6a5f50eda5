import Datasets

/// A change of points that nnboard draws itself: another noise, another seed, another shape.
public enum CloudChange: Hashable, Sendable {
    /// Spreads the points more widely, or less.
    case noisier, calmer
    /// Takes a noise.
    case noise(Double)
    /// Draws other points by the same rule, or those before.
    case nextSeed, previousSeed
    /// Takes a seed.
    case seed(UInt32)
    /// Takes the next shape, or the one before.
    case nextShape, previousShape
    /// Takes a shape by its name.
    case shape(String)
}

extension CloudChange: LosslessStringConvertible {
    /// The change as text: `noise more`, `seed 7`, `cloud spirals`.
    public var description: String {
        switch self {
        case .noisier: "noise more"
        case .calmer: "noise less"
        case .noise(let noise): "noise \(Term.Value.number(noise))"
        case .nextSeed: "seed next"
        case .previousSeed: "seed previous"
        case .seed(let seed): "seed \(seed)"
        case .nextShape: "cloud next"
        case .previousShape: "cloud previous"
        case .shape(let name): "cloud \(name)"
        }
    }

    /// Reads a change's text; `nil` where none is spelt that way.
    public init?(_ description: String) {
        let words = description.split(separator: " ")
        guard words.count == 2 else { return nil }
        switch (words[0], words[1]) {
        case ("noise", "more"): self = .noisier
        case ("noise", "less"): self = .calmer
        case ("noise", let text):
            guard let noise = Double(text), PointArguments.noises.contains(noise) else { return nil }
            self = .noise(noise)
        case ("seed", "next"): self = .nextSeed
        case ("seed", "previous"): self = .previousSeed
        case ("seed", let text):
            guard let seed = UInt32(text) else { return nil }
            self = .seed(seed)
        case ("cloud", "next"): self = .nextShape
        case ("cloud", "previous"): self = .previousShape
        case ("cloud", let name): self = .shape(String(name))
        default: return nil
        }
    }
}
