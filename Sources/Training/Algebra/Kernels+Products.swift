import CKernels

// Matrix products: small ones by kernels of our own, which need no packing, the others by BLAS. Both are cut into parts
// by sizes alone, so that a team shares the work and the result is the same without one.

extension Kernels {
    /// `c = a · b + bias`.
    ///
    /// - Parameters:
    ///   - a: `[m, k]`.
    ///   - b: `[k, n]`, with zeros in the padding and the stride of `c`.
    ///   - bias: `[n]`, with zeros up to the stride.
    ///   - c: `[m, n]`; its padding becomes zeros.
    func product(_ a: Block, _ b: Block, bias: UnsafePointer<Float>, into c: Block) {
        check(
            a.columns == b.rows && a.rows == c.rows && b.columns == c.columns && b.stride == c.stride, a, b, c
        )
        if kernels_multiplies(KERNELS_PLAIN, a.columns, c.c) {
            kernels_product(machine, KERNELS_PLAIN, a.c, b.c, bias, c.c)
        } else {
            run(BLASProduct(a: a, b: b.padded, c: c.padded, bias: bias, level: code))
        }
    }

    /// `c = a · bᵀ`.
    ///
    /// - Parameters:
    ///   - a: `[m, k]`.
    ///   - b: `[n, k]`.
    ///   - c: `[m, n]`; its padding has no meaning.
    func product(_ a: Block, transposed b: Block, into c: Block) {
        check(a.columns == b.columns && a.rows == c.rows && b.rows == c.columns, a, b, c)
        if kernels_multiplies(KERNELS_SECOND_TRANSPOSED, a.columns, c.c) {
            kernels_product(machine, KERNELS_SECOND_TRANSPOSED, a.c, b.c, nil, c.c)
        } else {
            run(BLASProduct(a: a, b: b, transposeB: true, c: c))
        }
    }

    /// `c = aᵀ · b`.
    ///
    /// - Parameters:
    ///   - a: `[k, m]`.
    ///   - b: `[k, n]`, with zeros in the padding and the stride of `c`.
    ///   - c: `[m, n]`; its padding becomes zeros.
    func product(transposed a: Block, _ b: Block, into c: Block) {
        check(
            a.rows == b.rows && a.columns == c.rows && b.columns == c.columns && b.stride == c.stride, a, b, c
        )
        if kernels_multiplies(KERNELS_FIRST_TRANSPOSED, a.rows, c.c) {
            kernels_product(machine, KERNELS_FIRST_TRANSPOSED, a.c, b.c, nil, c.c)
        } else {
            run(BLASProduct(a: a, transposeA: true, b: b.padded, c: c.padded))
        }
    }

    /// Tells whether a product of a dense layer is too large for the kernels: forward, backward, or its gradient.
    ///
    /// - Parameters:
    ///   - inputs: The columns of the layer's inputs.
    ///   - units: The columns of its outputs.
    /// - Returns: `true` if one of the three is for BLAS.
    static func leaveToBLAS(inputs: Int, units: Int) -> Bool {
        func multiply(_ form: kernels_form, depth: Int, rows: Int, columns: Int) -> Bool {
            let stride = Block.stride(columns: columns)
            return kernels_multiplies(
                form, depth, kernels_block(values: nil, rows: rows, columns: columns, stride: stride))
        }
        // The number of samples decides nothing here.
        return !multiply(KERNELS_PLAIN, depth: inputs, rows: 1, columns: units)
            || !multiply(KERNELS_SECOND_TRANSPOSED, depth: units, rows: 1, columns: inputs)
            || !multiply(KERNELS_FIRST_TRANSPOSED, depth: 1, rows: inputs, columns: units)
    }

    private func check(_ fits: Bool, _ a: Block, _ b: Block, _ c: Block) {
        precondition(
            fits,
            "[\(a.rows), \(a.columns)] · [\(b.rows), \(b.columns)] doesn't give [\(c.rows), \(c.columns)]")
    }

    private func run(_ product: BLASProduct) {
        run(product, parts: product.parts) { job, part in
            job?.assumingMemoryBound(to: BLASProduct.self).pointee.run(part: part)
        }
    }
}

/// A product by BLAS, in bands of rows of the result.
private struct BLASProduct {
    var a: Block
    var transposeA = false
    var b: Block
    var transposeB = false
    var c: Block
    /// The bias that is added to each row, padded to the stride.
    var bias: UnsafePointer<Float>?
    var level: Int32 = 0

    private var depth: Int { transposeA ? a.rows : a.columns }

    /// As many bands as have some milliseconds' work and rows enough to be worth packing the other factor for.
    var parts: Int {
        max(1, min(c.rows / 64, c.rows * c.columns * depth / 4_000_000, 16))
    }

    /// Works out one band.
    func run(part: Int) {
        let size = (c.rows + parts - 1) / parts
        let first = min(part * size, c.rows)
        let rows = min(size, c.rows - first)
        guard rows > 0 else { return }
        var band = self
        band.c.values += first * c.stride
        band.c.rows = rows
        if transposeA {
            band.a.values += first
            band.a.columns = rows
        } else {
            band.a.values += first * a.stride
            band.a.rows = rows
        }
        if let bias { kernels_fill_rows(level, band.c.c, bias) }
        BLAS.product(
            band.a, transposeA: transposeA, band.b, transposeB: transposeB, into: band.c,
            keeping: bias != nil)
    }
}
