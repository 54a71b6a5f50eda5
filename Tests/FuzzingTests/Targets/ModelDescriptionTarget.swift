@testable import Training

extension FuzzTarget {
    /// The description of a saved network's weights.
    static let modelDescription = FuzzTarget(
        "model-description", executions: 4_000,
        words: [
            "\"format\": \"nnboard model\"", "\"version\": 1", "\"inputs\": 4", "\"trained_epochs\": ",
            "\"classes\": [",
            "\"features\": [", "\"values\": [", "\"results\": {", "\"experiment\": \"", "\"scale\": ",
            "\"offset\": ",
            "2.0", "NaN", "1e999", "-1", "9223372036854775807", "null", "[", "]", "{", "}", "\\n",
        ],
        seeds: {
            [
                """
                {"format": "nnboard model", "version": 1, "weights": "a.safetensors", "weights_sha256": "00", \
                "experiment": "dataset = blobs\\nlayers = dense(4, activation=relu), dense(4, activation=softmax)\\n", \
                "inputs": 2, "trained_epochs": 3, "results": {"loss": 0.5}, "classes": ["0", "1", "2", "3"], \
                "features": [{"name": "x", "unit": "", "scale": 1, "offset": 0}, {"name": "y"}], "values": []}
                """
            ]
        },
        run: { text in
            guard let model = try? ModelDescription(Array(text.utf8), path: "fuzz.json") else { return false }
            try check(model.inputs > 0, "a model with \(model.inputs) inputs was read")
            try checkReadBack(model.experiment.text) { try Experiment(text: $0).text }
            return true
        })
}
