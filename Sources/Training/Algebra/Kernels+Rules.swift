import CKernels

extension Kernels {
    /// A rule by which a parameter follows its gradient, found by its name in optimizers.h.
    struct Rule: Equatable, Sendable {
        fileprivate let number: Int32

        init(_ name: String) {
            // As an argument, the text would be copied to the heap, and that in each step.
            number = name.withCString(kernels_rule_named)
            precondition(number >= 0, "optimizers.h has no rule called \(name)")
        }

        /// `w -= a·g`.
        static let sgd = Rule("sgd")
    }

    /// A rule and the numbers of one step, whose meaning is told at the rule in CKernels/rules.
    struct Update: Sendable {
        let c: kernels_update

        init(
            _ rule: Rule, _ a: Float, _ b: Float = 0, _ c: Float = 0, _ d: Float = 0, _ e: Float = 0,
            _ f: Float = 0
        ) {
            self.c = kernels_update(rule: rule.number, a: a, b: b, c: c, d: d, e: e, f: f)
        }
    }
}
