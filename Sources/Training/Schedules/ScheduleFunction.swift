/// The mathematics of a learning rate schedule, in float32 as Keras works it out.
protocol ScheduleFunction: Configurable {
    /// The learning rate of the step that follows so many others.
    func rate(afterSteps steps: Float) -> Float
}
