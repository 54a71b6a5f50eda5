import Training

/// The paces that can be chosen: slow enough to watch, or as fast as it goes.
enum PaceChoice {
    static let all: [(name: String, pace: Pace)] =
        [0.5, 1, 2, 5, 10].map { (name(of: .epochsPerSecond($0)), .epochsPerSecond($0)) }
        + [(name(of: .fullSpeed), .fullSpeed)]

    static func name(of pace: Pace) -> String {
        switch pace {
        case .fullSpeed: "full speed"
        case .epochsPerSecond(let rate):
            rate == 1
                ? "1 epoch/s" : rate == rate.rounded() ? "\(Format.short(rate)) epochs/s" : "\(rate) epochs/s"
        }
    }

    /// The next faster pace, or the next slower one.
    static func step(from pace: Pace, by offset: Int) -> Pace {
        let place = all.firstIndex { $0.pace == pace } ?? all.count - 1
        return all[max(0, min(all.count - 1, place + offset))].pace
    }
}
