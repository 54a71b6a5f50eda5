/// Promises that hold in every session, and the moves that broke them.
struct StateMachine {
    /// Something that did not hold.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    private var driver: SessionDriver
    private var steps = 0
    private let pause: Int

    private init(comparingEvery pause: Int) async {
        (driver, self.pause) = (await SessionDriver(), pause)
    }

    /// Makes moves from the beginning, and checks what must hold after each.
    ///
    /// - Parameters:
    ///   - moves: Commands and ticks.
    ///   - pause: The moves from one comparison of the screen with plain mode to the next.
    /// - Returns: The fault and how many moves led to it, or `nil` where everything holds.
    static func firstFault(
        in moves: some Sequence<Move>, comparingEvery pause: Int = 100
    ) async -> (fault: Fault, moves: Int)? {
        var machine = await StateMachine(comparingEvery: pause)
        for move in moves {
            do {
                try await machine.make(move)
            } catch let fault as Fault {
                return (Fault(description: "after “\(move)”: \(fault)"), machine.steps)
            } catch {
                return (Fault(description: "\(error)"), machine.steps)
            }
        }
        return nil
    }

    /// The shortest part of some moves that still leads to a fault.
    static func shrunk(_ moves: [Move]) async -> [Move] {
        // Compared after each move, a difference is found where it begins.
        let beginning = await firstFault(in: moves, comparingEvery: 1).map { Array(moves.prefix($0.moves)) }
        return await Shrinking.shrunk(beginning ?? moves) {
            await firstFault(in: $0, comparingEvery: 1) != nil
        }
    }

    private mutating func make(_ move: Move) async throws {
        steps += 1
        guard move != "tick" else { return await driver.tick() }
        guard ScreenView.isCommand(move) else { return }
        let before = driver.screen
        await driver.perform(move)
        if let refusal = driver.screen.refusal { try checkRefusal(refusal, of: move, before) }
        if driver.screen.experiment != before.experiment { try checkUndoing(move, to: before) }
        if steps.isMultiple(of: 10) { try checkEscape(from: steps / 10) }
        if steps.isMultiple(of: pause) { try checkShown() }
    }

    // MARK: What must hold

    /// A refused command changes nothing, says why on the screen as in plain mode, and is refused in the same way again.
    private func checkRefusal(_ refusal: String, of move: Move, _ before: ScreenView) throws {
        // The world's answers come when they come: what they say belongs to no command.
        guard !driver.asksWorld else { return }
        if driver.printedRefusal != refusal {
            throw Fault(
                description:
                    "the screen says “\(refusal)”, plain mode “\(driver.printedRefusal ?? "nothing")”")
        }
        var again = driver.screen
        let effects = again.perform(move)
        if effects.isEmpty, again.refusal != refusal {
            throw Fault(description: "“\(refusal)” becomes “\(again.refusal ?? "nothing")” the second time")
        }
        if before.experiment != driver.screen.experiment {
            throw Fault(description: "it is refused (“\(refusal)”), and changes the experiment")
        }
        let frame = driver.screen.frame
        if !frame.contains(where: { $0.contains(refusal.prefix(20)) }) {
            throw Fault(
                description: "“\(refusal)” is not on the screen:\n\(frame.suffix(3).joined(separator: "\n"))")
        }
    }

    /// A change can be taken back, and made again.
    private func checkUndoing(_ move: Move, to before: ScreenView) throws {
        var view = driver.screen
        view.perform("undo")
        if ["undo", "redo", "load", "session"].contains(where: move.hasPrefix) {
            // Going back and forth, and other samples, for which the changes of these mean nothing.
            guard view.refusal == nil, view.experiment != driver.screen.experiment else { return }
        } else if view.experiment != before.experiment {
            throw Fault(
                description: "undo leads to\n\(view.experiment)in the place of\n\(before.experiment)")
        }
        view.perform("redo")
        if view.experiment != driver.screen.experiment {
            throw Fault(
                description:
                    "undo and redo lead to\n\(view.experiment)in the place of\n\(driver.screen.experiment)")
        }
    }

    /// Escape leads out of whatever is open, and no further than to the panes.
    ///
    /// - Parameter turn: Counts the calls; each opens the next of the lists, lines and lessons.
    /// - Throws: ``Fault``.
    private func checkEscape(from turn: Int) throws {
        let openings = ScreenView.asking.filter { $0 != "quit" }
        let opening = openings[turn % openings.count]
        var view = driver.screen
        view.perform(opening)
        for _ in 0..<12 { view.press("esc") }
        if view.asks { throw Fault(description: "Escape doesn't lead out of “\(opening)”") }
        if view.experiment != driver.screen.experiment {
            throw Fault(description: "Escape out of “\(opening)” changes the experiment")
        }
        guard turn.isMultiple(of: 5) else { return }
        view = driver.screen
        for _ in 0..<12 { view.press("esc") }
        let printed = view.printed.map(\.lines)
        view.press("esc")
        if view.printed.map(\.lines) != printed { throw Fault(description: "Escape leads on and on") }
        if !view.quits(), !view.quits() { throw Fault(description: "“quit” asks again when it was answered") }
    }

    /// The screen knows the numbers that plain mode prints, and the frame has its numbers.
    private func checkShown() throws {
        for (shown, printed) in zip(driver.screen.printed, driver.printed) where shown.lines != printed.lines
        {
            let differing = zip(shown.lines, printed.lines).first { $0 != $1 }
            throw Fault(
                description:
                    "\(shown.pane) has on the screen “\(differing?.0 ?? "")”, in plain mode “\(differing?.1 ?? "")”"
            )
        }
        let whole = driver.screen.frame
        if whole != driver.screen.frame { throw Fault(description: "the same state is drawn in two ways") }
        var view = driver.screen
        for _ in 0..<12 { view.press("esc") }
        view.resize(200, 60)
        view.perform("layout reset")
        view.perform("focus model")
        view.perform("zoom")
        let frame = view.frame.joined(separator: "\n")
        for line in driver.printed.first(where: { $0.pane == "model" })?.lines ?? [] {
            for number in line.split(whereSeparator: { !$0.isNumber && $0 != "," && $0 != "." })
            where line.hasSuffix(number) && number.contains(",") && number.last?.isNumber == true
                && !frame.contains(number)
            {
                throw Fault(
                    description: "the model pane lacks \(number), which is printed in “\(line)”\n\(frame)")
            }
        }
    }
}
