import Testing

@testable import Training

@Suite struct `The level of vector instructions` {
    @Test(arguments: Kernels.Level.allCases)
    func `is what the environment asks for, where the processor has it`(level: Kernels.Level) throws {
        let environment = ["NNBOARD_CPU": "\(level)"]
        if level.isAvailable {
            #expect(try Kernels.level(environment: environment) == level)
        } else {
            let error = #expect(throws: VectorLevelError.self) { try Kernels.level(environment: environment) }
            #expect(error?.description.contains("“\(level)”, but here there is only baseline") == true)
        }
    }

    @Test(arguments: [[:], ["NNBOARD_CPU": ""]])
    func `is the best there is where none is asked for`(environment: [String: String]) throws {
        #expect(try Kernels.level(environment: environment) == Kernels.Level.available.last)
    }

    @Test(arguments: ["v5", "V3", "avx2", " v3"])
    func `has no other names`(name: String) throws {
        let error = #expect(throws: VectorLevelError.self) {
            try Kernels.level(environment: ["NNBOARD_CPU": name])
        }
        #expect(
            error?.description.hasPrefix("NNBOARD_CPU is “\(name)”, but must be one of baseline, v3, v4.")
                == true)
    }
}
