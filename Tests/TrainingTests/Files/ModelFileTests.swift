import Datasets
import Testing

@testable import Training

@Suite struct `A saved model` {
    private let folder: OwnFolder
    private var name: String { folder.path + "/model" }

    init() throws { folder = try OwnFolder() }

    /// A model with every kind of layer, trained for a moment.
    private func model(_ layers: String, dense: Bool = true) throws -> ModelFile {
        let dataset = madeUpDataset(dense: dense)
        var experiment = madeUpExperiment(dataset)
        experiment.model.layers = try Term.list(parsing: layers).map(Layer.init(term:))
        let (report, network) = try HeadlessRun(experiment, dataset: dataset).run(clock: nil)
        return ModelFile(
            experiment, network: network, dataset: dataset, epochs: 3,
            results: (report.test?.columns ?? []).map { .init("test_" + $0.key, $0.value) })
    }

    private static let everyKind =
        "normalization, dense(8, activation=leaky_relu(negative_slope=0.3), name=\"first one\"), dropout(0.1), "
        + "dense(6, use_bias=false), activation(tanh), normalization, dense(4, activation=softmax)"

    @Test(arguments: [everyKind, "dense(4, activation=softmax)"])
    func `is opened again as the same network, bit for bit`(layers: String) throws {
        let model = try model(layers)
        try model.write(to: name)
        for name in [name, name + ".json", name + ".safetensors"] {
            let opened = try ModelFile(path: name)
            #expect(opened == model)
            let bits = zip(opened.network.weights, model.network.weights).allSatisfy { opened, saved in
                zip(opened.arrays, saved.arrays).allSatisfy {
                    $0.values.map(\.bitPattern) == $1.values.map(\.bitPattern)
                }
            }
            #expect(bits)
        }
    }

    @Test func `says the same of a sample as before`() throws {
        let model = try model(Self.everyKind)
        let test = madeUpDataset(dense: true).test
        try model.write(to: name)
        let opened = try ModelFile(path: name)
        let rows = Array(0..<test.count)
        #expect(
            try opened.network.outputs(of: test, rows: rows) == model.network.outputs(of: test, rows: rows))
    }

    @Test func `names its arrays as Keras names them`() throws {
        let model = try model(Self.everyKind)
        try model.write(to: name)
        let file = try SafetensorsFile(path: name + ".safetensors")
        #expect(
            file.names == [
                "normalization/mean", "normalization/variance", "first one/kernel", "first one/bias",
                "dense/kernel", "normalization_1/mean", "normalization_1/variance", "dense_1/kernel",
                "dense_1/bias",
            ])
        #expect(try file.tensor("first one/kernel")?.shape == [50, 8])
        #expect(try file.tensor("first one/bias")?.shape == [8])
        #expect(file.metadata["experiment"] == model.experiment.text)
    }

    @Test func `is described for other programs, a part in each line`() throws {
        try model("dense(4, activation=softmax)", dense: false).write(to: name)
        let text = String(decoding: try WholeFile.read(name + ".json", atMost: 1 << 20), as: UTF8.self)
        for line in [
            #"  "format": "nnboard model","#, #"  "weights": "model.safetensors","#,
            #"  "dataset": "made_up","#, #"  "inputs": 50,"#,
            #"    {"name":"dense","class":"Dense","layer":"dense(4, activation=softmax)","units":4,"weights":["dense/kernel","dense/bias"]}"#,
            #"  "trained_epochs": 3,"#, #"  "classes": ["class 0","class 1","class 2","class 3"],"#,
        ] { #expect(text.contains(line + "\n"), "\(line)") }
    }

    @Test func `takes the place of an older one`() throws {
        try model("dense(4, activation=softmax)").write(to: name)
        let other = try model(Self.everyKind)
        try other.write(to: name + ".json")
        #expect(try ModelFile(path: name) == other)
    }

    @Test func `is refused where one of its files is missing`() throws {
        #expect { try ModelFile(path: name) } throws: {
            "\($0)".contains("model.json can't be read: No such file or directory")
        }
        try model("dense(4, activation=softmax)").write(to: name)
        try WholeFile.write([], to: name + ".safetensors")
        #expect { try ModelFile(path: name) } throws: {
            "\($0)".contains("model.safetensors can't be used: it has only 0 bytes")
        }
    }

    @Test func `is refused where its files were not saved together`() throws {
        let (first, second) = (folder.path + "/first", folder.path + "/second")
        try model("dense(8, activation=relu), dense(4, activation=softmax)").write(to: first)
        try model("dense(7, activation=relu), dense(4, activation=softmax)").write(to: second)
        let weights = try WholeFile.read(second + ".safetensors", atMost: 1 << 20)
        try WholeFile.write(weights, to: first + ".safetensors")
        #expect { try ModelFile(path: first) } throws: {
            "\($0)".contains(
                "“dense/kernel” is F32 in the shape [50, 7], but the model wants F32 (or F16, BF16, F64) in "
                    + "the shape [50, 8]")
        }
    }

    @Test func `is refused where the weights are those of another training`() throws {
        var model = try model("dense(4, activation=softmax)")
        try model.write(to: name)
        var weights = model.network.weights
        weights[0].kernel.values[0] += 1
        model.network = Network(model: model.network.model, weights: weights)
        try WholeFile.write(
            Safetensors(tensors: model.network.tensors).bytes, to: name + ".safetensors")
        #expect { try ModelFile(path: name) } throws: {
            let text = "\($0)"
            return text.contains("its SHA-256 is not the one")
                && text.contains("changed on purpose, leave out “weights_sha256” in \(name).json")
        }
    }

    @Test(arguments: [
        ("{}", "its “format” is missing, where a network that nnboard saved has “nnboard model”"),
        (#"{"format":"keras"}"#, "its “format” is \"keras\", where"),
        ("{", "it begins with “{”, and is no JSON"), ("PK\u{3}\u{4}", "it begins with “PK\\u{3}\\u{4}”"),
        (#"{"format":"nnboard model","version":2}"#, "in form 2"),
        (#"{"format":"nnboard model","version":1}"#, "it has no “experiment”"),
        (#"{"format":"nnboard model","version":1,"weights_sha256":3}"#, "its “weights_sha256” is 3"),
        (
            #"{"format":"nnboard model","version":1,"weights_sha256":"","experiment":"epochs = x"}"#,
            "“epochs” can't be read"
        ),
        (
            #"{"format":"nnboard model","version":1,"weights_sha256":"","experiment":"dataset = a\nlayers = dense(2)","inputs":0}"#,
            "its “inputs” is 0, which fits no saved network"
        ),
    ])
    func `is refused where its description is not one`(json: String, problem: String) throws {
        try folder.write(json, to: "model.json")
        #expect { try ModelFile(path: name) } throws: { "\($0)".contains(problem) }
    }
}
