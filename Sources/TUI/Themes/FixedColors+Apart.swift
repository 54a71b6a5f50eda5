import Glibc

extension FixedColors {
    /// The entries that stand for some colours where they have to be told from each other: the grounds of groups.
    ///
    /// Taken one by one, pale or dark colours all come nearest to the same grey. Here hue counts more than lightness,
    /// colours may become stronger, and each keeps away from those before it.
    ///
    /// - Parameter colors: Not more of them than there are entries.
    /// - Returns: As many entries, each another one.
    static func apart(_ colors: some Sequence<Color>) -> [Color] {
        var taken: [Int] = []
        for color in colors {
            let wanted = color.oklab
            func cost(_ index: Int) -> Double {
                let place = places[index]
                let lightness = 0.5 * (place.lightness - wanted.lightness)
                let (a, b) = (place.a - 1.8 * wanted.a, place.b - 1.8 * wanted.b)
                let nearest = taken.map { distance(from: places[$0], to: place) }.min() ?? 1
                let crowd = 2 * max(0, 0.12 - nearest)
                return lightness * lightness + a * a + b * b + crowd * crowd
            }
            let free = indexed.indices.filter { !taken.contains($0) }.map { (index: $0, cost: cost($0)) }
            if let best = free.min(by: { $0.cost < $1.cost }) { taken.append(best.index) }
        }
        return taken.map { indexed[$0] }
    }

    private typealias Place = (lightness: Double, a: Double, b: Double)

    private static func distance(from one: Place, to other: Place) -> Double {
        hypot(one.lightness - other.lightness, hypot(one.a - other.a, one.b - other.b))
    }
}
