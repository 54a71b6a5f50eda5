import Testing

@testable import Training

@Suite struct `Norms` {
    @Test(arguments: [16, 48, 16 * 1025, 16 * 2100], [1, 3])
    func `are those of a plain loop`(count: Int, threads: Int) {
        var random = Random(seed: 8, stream: 3)
        let values = (0..<count).map { _ in random.symmetric() }
        let gradient = (0..<count).map { _ in random.symmetric() }
        let shaping = Kernels.Shaping(l1: 0.1, l2: 0.25, scale: 0.5, clip: 0.001, decay: 0.1)
        var (sizes, squares, shaped) = (0.0, 0.0, 0.0)
        for (value, g) in zip(values, gradient) {
            sizes += Double(abs(value))
            squares += Double(value) * Double(value)
            let sign: Float = value > 0 ? 1 : value < 0 ? -1 : 0
            let whole = Double(g) + 0.1 * Double(sign) + 0.5 * Double(value)
            shaped += whole * whole
        }
        for level in Kernels.Level.available {
            let kernels = Kernels(level: level, threads: threads)
            let rows = Rows([values])
            let sums = rows.withBlock { kernels.sums(of: $0.values, count: count) }
            #expect(abs(sums.sizes - sizes) < 1e-9 * sizes)
            #expect(abs(sums.squares - squares) < 1e-9 * squares)
            let ours = rows.withBlock { values in
                Rows([gradient]).withBlock {
                    kernels.squareSum(
                        gradient: $0.values,
                        of: Kernels.Values(values: values.values, slot0: nil, slot1: nil, slot2: nil),
                        shaping,
                        count: count)
                }
            }
            #expect(abs(ours - shaped) < 1e-6 * shaped)
        }
    }
}
