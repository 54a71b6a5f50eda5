import Foundation
import Synchronization

@testable import Datasets

/// The system's calls, of which one fails, or of which none is done any more from one on, as if the program had ended.
final class FaultyCalls: Sendable {
    /// The call that failed.
    struct Fault: Sendable {
        let call: String
    }

    private struct State {
        var left: Int
        var fault: Fault?
    }

    private let state: Mutex<State>
    private let stops: Bool
    private let number: Int32

    /// - Parameters:
    ///   - count: The number of calls that are done before one fails.
    ///   - stops: `true` if all calls behind it fail, too.
    ///   - number: The system's number for the reason.
    init(after count: Int, stops: Bool = false, number: Int32 = ENOSPC) {
        state = Mutex(State(left: count))
        (self.stops, self.number) = (stops, number)
    }

    /// The call that failed, if so many were made.
    var fault: Fault? { state.withLock(\.fault) }

    private func may(_ call: String) -> Bool {
        state.withLock { state in
            state.left -= 1
            guard state.left < 0, state.fault == nil || stops else { return true }
            state.fault = state.fault ?? Fault(call: call)
            errno = number
            return false
        }
    }

    var calls: FileCalls {
        let system = FileCalls.system
        let number = number
        return FileCalls(
            open: { self.may("open") ? system.open($0, $1, $2) : -1 },
            write: { self.may("write") ? system.write($0, $1, $2) : -1 },
            reserve: { self.may("reserve") ? system.reserve($0, $1) : number },
            truncate: { self.may("truncate") ? system.truncate($0, $1) : -1 },
            sync: { self.may("sync") ? system.sync($0) : -1 },
            // Whatever a test lets fail, it must not keep files open.
            close: { descriptor in
                let isDone = self.may("close")
                let result = system.close(descriptor)
                if !isDone { errno = number }
                return isDone ? result : -1
            },
            own: { self.may("own") ? system.own($0, $1, $2) : -1 },
            permit: { self.may("permit") ? system.permit($0, $1) : -1 },
            name: { self.may("name") ? system.name($0, $1) : -1 },
            link: { self.may("link") ? system.link($0, $1) : -1 },
            rename: { self.may("rename") ? system.rename($0, $1) : -1 },
            unlink: { self.may("unlink") ? system.unlink($0) : -1 },
            pause: system.pause)
    }
}
