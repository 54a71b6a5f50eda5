// swift-tools-version: 6.2

import PackageDescription

// Also in debug builds: the tests load real data and train real networks, which takes ten times as long without.
let optimized: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

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
                "TUI", "Training", "Datasets", "CThreadStacks",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .target(
            name: "TUI",
            dependencies: [
                "Training", "Datasets", "CTerminal", "CPicture", .product(name: "Yams", package: "Yams"),
            ]),
        .target(
            name: "Training", dependencies: ["Datasets", "CKernels", "COpenBLAS"], swiftSettings: optimized),
        .target(
            name: "Datasets", dependencies: ["CZlib", "CDownload"], path: "Sources/Data",
            swiftSettings: optimized),

        // Thin C: what Swift can't say, behind small functions over plain structs.
        .target(
            name: "CTerminal",
            cSettings: [.define("_GNU_SOURCE"), .define("NCURSES_WIDECHAR", to: "1")],
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        .target(name: "CThreadStacks", cSettings: [.define("_GNU_SOURCE")]),
        // Optimized in debug builds, too.
        .target(name: "CKernels", cSettings: [.unsafeFlags(["-O3"])]),
        .target(name: "CPicture", cSettings: [.define("_GNU_SOURCE")]),
        .target(name: "CDownload", cSettings: [.define("_GNU_SOURCE")]),
        .systemLibrary(name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "TUI", "Training", "Datasets", "CMachine", "CAllocationCount",
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
            name: "TrainingTests", dependencies: ["Training", "Datasets", "References", "CAllocationCount"],
            exclude: ["Reference"]),
        .testTarget(name: "TUITests", dependencies: ["TUI", "Training", "Datasets"], exclude: ["Snapshots"]),
        // Shows what the terminal tells, and fails on request.
        .executableTarget(name: "Probe", dependencies: ["TUI", "CThreadStacks"], path: "Tests/Probe"),
        .testTarget(
            name: "SessionTests", dependencies: ["nnboard", "Probe", "TUI"],
            exclude: ["Support/driver.py", "Support/rest.py"]),
    ],
    swiftLanguageModes: [.v6]
)
