@testable import TUI
@testable import Training

extension FuzzTarget {
    /// Recorded sessions: settings above, and below them what happened, a line each.
    static let recordings = FuzzTarget(
        "recordings", executions: 4_000,
        words: commandWords + [
            "set size = ", "set theme = ", "set experiment = dataset = ", "set key ", "set layout = ",
            "120x40", "1001x1",
            "key ", "mouse left ", "drag ", "release ", "paste \"", "\\u{1b}", "resize ", "command ",
            "picture ",
            "stay", "data loaded", "run 1 epoch 1 in 0.031 s", "run 1 progress ", "epoch=3/20", "batch=7/16",
            "means=", "loss=nan", "rate=1e999", "seconds=", "run 1 weights 3+7", "run 1 tuned at(epochs=3)",
            "notice \"", "error \"", "9223372036854775807",
        ],
        seeds: {
            [
                """
                # nnboard session
                set size = 120x40
                set theme = dark
                set experiment = dataset = sample
                set experiment = layers = dense(4)
                0 data loaded
                812 key space
                845 run 1 started
                1130 run 1 epoch 1 in 0.031 s
                1131 run 1 progress epoch=3/20 batch=7/16 loss=0.41 means=0.5,0.9 rate=265000.0 seconds=0.42
                1140 run 1 weights 3+7
                2400 paste "grain\\n\\u{1b}"
                2400 mouse left 10 4
                2400 resize 80x24
                2400 picture curves theme nord 80x24
                stay

                """
            ]
        },
        run: { text in
            guard let file = try? SessionFile(text: text) else { return false }
            try checkReadBack(file.text) { try SessionFile(text: $0).text }
            return true
        })
}
