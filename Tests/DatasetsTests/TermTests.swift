import Testing

@testable import Datasets

@Suite struct `A term` {
    @Test(arguments: [
        ("relu", Term("relu")),
        ("relu()", Term("relu")),
        ("dense(64)", Term("dense", [.init(nil, .number(64))])),
        (
            " dense ( 64 , activation = relu ) ",
            Term("dense", [.init(nil, .number(64)), .init("activation", .term(Term("relu")))])
        ),
        (
            "sgd(1e-3, momentum=-0.5, nesterov=true, clip=none)",
            Term(
                "sgd",
                [
                    .init(nil, .number(0.001)), .init("momentum", .number(-0.5)),
                    .init("nesterov", .flag(true)),
                    .init("clip", .none),
                ])
        ),
        (
            "f(True, False, None)",
            Term("f", [.init(nil, .flag(true)), .init(nil, .flag(false)), .init(nil, .none)])
        ),
        ("file(\"a \\\"b\\\" \\\\ \\n c\")", Term("file", [.init(nil, .text("a \"b\" \\ \n c"))])),
        (
            "a(b(c(d)))",
            Term(
                "a",
                [.init(nil, .term(Term("b", [.init(nil, .term(Term("c", [.init(nil, .term(Term("d")))])))])))]
            )
        ),
        ("top-3", Term("top-3")),
    ])
    func `is read from text`(text: String, expected: Term) throws {
        #expect(try Term(parsing: text) == expected)
        #expect(try Term(parsing: expected.description) == expected)
    }

    @Test(arguments: [
        "reuters", "reuters(num_words=10000, maxlen=80)", "dense(64, activation=relu)",
        "adam(learning_rate=0.001, epsilon=1e-07)", "file(\"x.csv\", header=true, missing=none)",
        "a(b(1), c=d(2, e=\"f\"))",
    ])
    func `is written as it was read`(text: String) throws {
        #expect(try Term(parsing: text).description == text)
    }

    @Test(
        arguments: [
            0, 1, -1, 64, 0.1, -2.5, 1e-7, 1e300, -1e-300, 123_456_789_012_345, 1e15, 1e16, .pi, .ulpOfOne,
            .greatestFiniteMagnitude, .leastNonzeroMagnitude,
        ] as [Double])
    func `keeps every digit of a number`(number: Double) throws {
        let term = Term("f", [.init(nil, .number(number))])
        #expect(try Term(parsing: term.description) == term)
    }

    @Test(arguments: [
        "", " ", "\"", "\\", "\\n", "\n", "\r\n", "a\u{301}", "\u{301}", "\"\u{301}", "\u{200d}x", "😀,)(=",
        "\u{0}\u{1b}",
        "true", "none", "64",
    ])
    func `keeps every character of a text`(text: String) throws {
        let term = Term("f", [.init("x", .text(text)), .init(nil, .text(text))])
        let copy = try Term(parsing: term.description)
        // Equality of strings overlooks how characters are composed.
        guard case .text(let back) = copy.arguments[0].value else {
            Issue.record("no text: \(copy)")
            return
        }
        #expect(Array(back.unicodeScalars) == Array(text.unicodeScalars))
        #expect(copy == term)
    }

    @Test(arguments: [
        ("", 1, "a name"), ("64", 1, "a name"), ("(", 1, "a name"), ("dense(", 7, "a value"),
        ("dense(64", 9, "“,” or “)”"), ("dense(64,", 10, "a value"), ("dense(64) x", 11, "nothing more"),
        ("dense(units=)", 13, "a value"), ("f(\"x", 5, "a closing quotation mark"),
        ("f(\"x\\", 6, "a character after “\\”"), ("f(1.2.3)", 3, "a name"), ("f(,)", 3, "a value"),
    ])
    func `with a fault is refused with its place`(text: String, place: Int, expected: String) {
        let error = #expect(throws: TermError.self) { try Term(parsing: text) }
        #expect(error == .malformed(text: text, at: place - 1, expected: expected))
        #expect(
            error?.description == "“\(text)” can't be read at character \(place): expected \(expected).")
    }

    @Test(arguments: ["1e400", "-1e400", "+2e308"])
    func `with a number that is too large is refused as that`(number: String) {
        for text in [number, "f(\(number))", "f(a=\(number))"] {
            #expect(throws: TermError.tooLarge(found: number)) { try Term(parsing: text) }
        }
        #expect(throws: Never.self) { try Term(parsing: "f(a=1.7e308, inf)") }
        #expect { try Term(parsing: "f(-inf)") } throws: { "\($0)".hasSuffix("expected a name.") }
    }

    @Test func `nested without end is refused`() {
        let error = #expect(throws: TermError.self) {
            try Term(parsing: String(repeating: "a(", count: 100_000))
        }
        guard case .malformed(_, _, "fewer parentheses within each other") = error else {
            Issue.record("\(error?.description.prefix(200) ?? "")")
            return
        }
    }

    @Test func `may stand in a list`() throws {
        #expect(
            try Term.list(parsing: "dense(64, activation=relu), dense(46)").map(\.description)
                == ["dense(64, activation=relu)", "dense(46)"])
        #expect(try Term.list(parsing: "  ") == [])
        #expect(throws: TermError.self) { try Term.list(parsing: "a,") }
        #expect(throws: TermError.self) { try Term.list(parsing: "a b") }
    }

    @Test func `of random text is read or refused, and no more`() {
        var random = RandomState(seed: 1)
        let alphabet = Array("ab1.-=,()\"\\ né\n")
        for _ in 0..<5000 {
            let length = Int(random.interval(12))
            let text = String(
                (0..<length).map { _ in alphabet[Int(random.interval(UInt32(alphabet.count - 1)))] })
            guard let term = try? Term(parsing: text) else { continue }
            #expect((try? Term(parsing: term.description)) == term, "\(text)")
        }
    }
}

@Suite struct `A term's reader` {
    private func reader(_ text: String) throws -> TermReader {
        TermReader(try Term(parsing: text))
    }

    @Test func `finds arguments by label, or else by place`() throws {
        for text in [
            "f(64, 0.5, true, relu, x)", "f(e=x, d=relu, c=true, b=0.5, a=64)", "f(64, e=x, 0.5, true, relu)",
        ] {
            var reader = try reader(text)
            #expect(try reader.integer("a", at: 0) == 64)
            #expect(try reader.number("b", at: 1) == 0.5)
            #expect(try reader.flag("c", at: 2) == true)
            #expect(try reader.term("d", at: 3) == Term("relu"))
            #expect(try reader.text("e", at: 4) == "x")
            try reader.finish()
        }
    }

    @Test func `gives nothing for what is absent`() throws {
        var reader = try reader("f")
        #expect(try reader.integer("a", at: 0) == nil)
        #expect(try reader.number("b") == nil)
        #expect(try reader.flag("c") == nil)
        #expect(try reader.term("d") == nil)
        #expect(try reader.text("e") == nil)
        #expect(try reader.integer("g", default: 7) == 7)
        try reader.finish()
    }

    @Test func `tells none from absent where that makes a difference`() throws {
        var reader = try reader("f(a=none, b=5)")
        #expect(try reader.integer("a", default: 7) == nil)
        #expect(try reader.integer("b", default: 7) == 5)
        try reader.finish()
    }

    @Test func `refuses values of another kind, naming what was found`() throws {
        var text = try reader("f(a=x)")
        #expect(throws: TermError.wrongArgument("a", of: "f", found: "x", expected: "a whole number")) {
            try text.integer("a")
        }
        var fraction = try reader("f(a=1.5)")
        #expect(throws: TermError.wrongArgument("a", of: "f", found: "1.5", expected: "a whole number")) {
            try fraction.integer("a")
        }
        var flag = try reader("f(a=1)")
        let error = #expect(throws: TermError.self) { try flag.flag("a") }
        #expect(error?.description == "“a” of “f” is 1, but must be true or false.")
        var number = try reader("f(a=none)")
        #expect(throws: TermError.self) { try number.number("a") }
        var term = try reader("f(a=\"x\")")
        #expect(throws: TermError.self) { try term.term("a") }
        var call = try reader("f(a=g(1))")
        #expect(throws: TermError.self) { try call.text("a") }
        var huge = try reader("f(a=1e300)")
        #expect(throws: TermError.self) { try huge.integer("a") }
    }

    @Test func `complains of arguments that nobody asked for`() throws {
        var first = try reader("adam(lerning_rate=1)")
        _ = try first.number("learning_rate")
        let error = #expect(throws: TermError.self) { try first.finish() }
        #expect(error?.description == "“adam” has no argument “lerning_rate”. Did you mean “learning_rate”?")

        let second = try reader("relu(1)")
        let other = #expect(throws: TermError.self) { try second.finish() }
        #expect(other?.description == "“relu” takes no arguments; remove “1”.")

        for twice in ["f(a=1, a=2)", "f(1, a=2)"] {
            var third = try reader(twice)
            _ = try third.number("a", at: 0)
            let repeated = #expect(throws: TermError.self) { try third.finish() }
            #expect(repeated?.description == "“f” is given “a” twice; remove one.")
        }
    }
}

@Suite struct `A suggestion` {
    @Test(arguments: [
        ("rmsprob", "Did you mean “rmsprop”?"), ("ADAM", "Did you mean “adam”?"),
        ("sgdd", "Did you mean “sgd”?"),
        ("lion", "Choose one of sgd, rmsprop, adam."), ("", "Choose one of sgd, rmsprop, adam."),
    ])
    func `is the nearest name, or all where none is near`(word: String, expected: String) {
        #expect(TermError.suggestion(for: word, among: ["sgd", "rmsprop", "adam"]) == expected)
    }

    @Test(arguments: [
        ("", "", 0), ("abc", "abc", 0), ("kitten", "sitting", 3), ("", "abc", 3), ("flaw", "lawn", 2),
    ])
    func `counts the letters to be changed`(one: String, other: String, distance: Int) {
        #expect(one.editDistance(to: other) == distance)
        #expect(other.editDistance(to: one) == distance)
    }
}
