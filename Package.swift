// swift-tools-version: 6.2

import PackageDescription

// Also in debug builds: the tests load real data and train real networks, which takes ten times as long without.
let optimized: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

// The modules of readers of files, keys and lines.
let fuzzed: [Target.Dependency] = ["TUI", "Training", "Datasets", "CTerminal"]

let package = Package(
    name: "nnboard",
    products: [
        .executable(name: "nnboard", targets: ["nnboard"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // The program, and below it one idea a module. The arrows point one way:
        // nnboard → TUI → Training → Datasets.
        .executableTarget(
            name: "nnboard",
            dependencies: [
                "TUI", "Training", "Datasets", "CThreadStacks", "CMemory",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .target(
            name: "TUI",
            dependencies: [
                "Training", "Datasets", "CTerminal", "CPicture", "CMemory",
                .product(name: "Yams", package: "Yams"),
            ]),
        .target(
            name: "Training", dependencies: ["Datasets", "CKernels", "CMemoryLimit", "COpenBLAS"],
            swiftSettings: optimized),
        .target(
            name: "Datasets", dependencies: ["CZlib", "CDownload"], path: "Sources/Data",
            swiftSettings: optimized),

        // Thin C: what Swift can't say, behind small functions over plain structs.
        .target(
            name: "CTerminal",
            cSettings: [.define("_GNU_SOURCE"), .define("NCURSES_WIDECHAR", to: "1")],
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        .target(name: "CThreadStacks", dependencies: ["CMemory"], cSettings: [.define("_GNU_SOURCE")]),
        .target(
            name: "CMemory", dependencies: ["CMemoryLimit", "CTerminal"],
            cSettings: [.define("_GNU_SOURCE")]),
        .target(name: "CMemoryLimit", cSettings: [.define("_GNU_SOURCE")]),
        // Optimized in debug builds, too.
        .target(name: "CKernels", cSettings: [.unsafeFlags(["-O3"])]),
        .target(name: "CPicture", dependencies: ["CMemory"], cSettings: [.define("_GNU_SOURCE")]),
        .target(name: "CDownload", cSettings: [.define("_GNU_SOURCE")]),
        .target(name: "COpenBLAS", cSettings: [.define("_GNU_SOURCE")]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "TUI", "Training", "Datasets", "COpenBLAS", "CMachine", "CAllocationCount",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Benchmarks/Sources"),
        // What measuring needs: a triad and a chain of multiply-adds; a counter in front of malloc.
        .target(name: "CMachine", path: "Benchmarks/CMachine", cSettings: [.unsafeFlags(["-O3"])]),
        .target(name: "CAllocationCount", path: "Benchmarks/CAllocationCount"),

        // What the tests share that compare with numbers of Keras.
        .target(name: "References", path: "Tests/References", swiftSettings: optimized),
        .testTarget(name: "DatasetsTests", dependencies: ["Datasets", "References"], exclude: ["Reference"]),
        .testTarget(
            name: "TrainingTests",
            dependencies: [
                "Training", "Datasets", "References", "CAllocationCount", "CFaultyDisk", "Keeper",
                "KeptNetwork", "CMemoryLimit",
            ],
            exclude: ["Reference", "Files/Cases"]),
        // A disk that fills up, fails or loses its power, and a training that keeps its epochs on one.
        .target(name: "CFaultyDisk", path: "Tests/CFaultyDisk", cSettings: [.define("_GNU_SOURCE")]),
        .executableTarget(
            name: "Keeper", dependencies: ["Training", "CFaultyDisk", "KeptNetwork"], path: "Tests/Keeper"),
        // A network that is kept, the training of such a one from beginning to end, and networks with made-up weights.
        .target(
            name: "KeptNetwork", dependencies: ["Training", "Datasets"], path: "Tests/KeptNetwork",
            swiftSettings: optimized),
        .testTarget(
            name: "TUITests", dependencies: ["TUI", "Training", "Datasets", "KeptNetwork"],
            exclude: ["Snapshots"]),
        // Shows what the terminal tells, and fails on request.
        .executableTarget(name: "Probe", dependencies: ["TUI", "CThreadStacks"], path: "Tests/Probe"),
        // Readers given any bytes, and random sessions; `make fuzz` makes a program of the first (see below).
        .testTarget(
            name: "FuzzingTests", dependencies: fuzzed + ["KeptNetwork"],
            exclude: ["Fuzz", "Corpus", "Crashes", "Sequences"]),
        .testTarget(
            name: "SessionTests", dependencies: ["nnboard", "Probe", "TUI"],
            exclude: ["Support/driver.py", "Support/rest.py", "Support/limits.py", "Cases"]),
    ],
    swiftLanguageModes: [.v6]
)

// `make fuzz`: the readers, told from others by the lines that they reach, in a program around libFuzzer's loop, which
// lies in the toolchain.
if let runtime = Context.environment["NNBOARD_FUZZ"] {
    for target in package.targets where ["Datasets", "Training", "TUI"].contains(target.name) {
        target.swiftSettings = [.unsafeFlags(["-O", "-Xfrontend", "-sanitize=fuzzer"])]
    }
    for target in package.targets where ["CTerminal", "CPicture"].contains(target.name) {
        target.cSettings = (target.cSettings ?? []) + [.unsafeFlags(["-fsanitize=fuzzer-no-link"])]
    }
    package.targets.removeAll { $0.name == "FuzzingTests" }
    package.targets.append(
        .executableTarget(
            name: "Fuzz", dependencies: fuzzed + ["KeptNetwork"], path: "Tests/FuzzingTests",
            exclude: ["Suites", "StateMachine", "Corpus", "Crashes", "Sequences"],
            linkerSettings: [.unsafeFlags([runtime, "-lstdc++", "-lm"])]))
}
