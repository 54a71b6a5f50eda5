/// Adam whose weights decay by themselves instead of through the gradient (Loshchilov and Hutter, 2019; Keras'
/// `AdamW`).
///
/// Before each step of ``Adam`` `w -= lr·weight_decay·w`.
struct AdamW: OptimizerRule {
    static let name = "adamw"
    static let settings: [Setting<AdamW>] =
        [
            learningRateSetting,
            .init("weight_decay", \.weightDecay, in: .notNegative),
            .init("beta_1", \.adam.beta1, in: .share),
            .init("beta_2", \.adam.beta2, in: .share),
            .init("epsilon", \.adam.epsilon, in: .positive),
            .init("amsgrad", \.adam.amsgrad),
        ] + clippingSettings

    var shared = SharedSettings(learningRate: 0.001, weightDecay: 0.004)
    private var adam = Adam()

    /// The setting that every other optimizer may go without.
    private var weightDecay: Double {
        get { shared.weightDecay ?? 0 }
        set { shared.weightDecay = newValue }
    }

    var slotStarts: [Float] { adam.slotStarts }

    func step(_ number: Int, learningRate rate: Float) -> Kernels.Update {
        adam.step(number, learningRate: rate)
    }
}
