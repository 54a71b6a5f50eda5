import Datasets

/// Terms as Python writes what they mean in Keras.
enum Python {
    /// A number: `512`, `0.001`.
    static func number(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 0x1p53 ? "\(Int64(number))" : number.spelt
    }

    /// A text in quotation marks.
    static func text(_ text: String) -> String { JSONValue.text(text).description }

    /// A call with the arguments of a term, most of which have Keras' own names.
    ///
    /// - Parameters:
    ///   - name: The name of the class that is called.
    ///   - arguments: The term's.
    ///   - term: Writes a term that stands in an argument; without it, a term is a word, and becomes a text.
    /// - Returns: `keras.optimizers.Adam(learning_rate=0.01)`.
    static func call(
        _ name: String, _ arguments: [Term.Argument],
        term: (_ label: String?, Term) -> String = { _, term in text(term.name) }
    ) -> String {
        let arguments = arguments.map { argument in
            let value =
                switch argument.value {
                case .number(let number): self.number(number)
                case .flag(let flag): flag ? "True" : "False"
                case .none: "None"
                case .text(let text): self.text(text)
                case .term(let inner): term(argument.label, inner)
                }
            return (argument.label.map { $0 + "=" } ?? "") + value
        }
        return "\(name)(\(arguments.joined(separator: ", ")))"
    }

    /// The class that Keras has for a name: `GlorotUniform` for `glorot_uniform`.
    static func className(_ name: String) -> String {
        // Those that don't follow the rule.
        let names = ["sgd": "SGD", "rmsprop": "RMSprop", "adamw": "AdamW", "l1_l2": "L1L2"]
        return names[name]
            ?? name.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}

// MARK: - What experiments are made of

extension Term {
    /// An optimizer, loss or initializer: its name in quotation marks where that says it all, else a call of its class.
    fileprivate func python(in module: String) -> String {
        guard !arguments.isEmpty else { return Python.text(name) }
        return Python.call("keras.\(module).\(Python.className(name))", arguments) { label, term in
            label == "learning_rate"
                ? Python.call("keras.optimizers.schedules.\(term.name)", term.arguments)
                : Python.text(term.name)
        }
    }
}

extension Optimizer {
    /// As it is given to `compile`.
    var python: String { term.python(in: "optimizers") }
}

extension Loss {
    /// As it is given to `compile`.
    var python: String { term.python(in: "losses") }
}

extension Callback {
    /// As it is given to `fit`.
    var python: String { Python.call("keras.callbacks.\(term.name)", term.arguments) }
}

extension Activation {
    /// As it is given to a layer: by name, or as a function where it has settings.
    var python: String {
        guard !term.arguments.isEmpty else { return Python.text(name) }
        return "lambda x: "
            + Python.call("keras.activations.\(name)", [.init(nil, .term(Term("x")))] + term.arguments) {
                _, term in term.name
            }
    }
}

extension Layer {
    /// As it stands in a `Sequential` model.
    var python: String {
        var arguments = term.arguments
        // An activation as a layer of its own has it without a label.
        if function is ActivationLayer, let activation {
            arguments[0] = .init(nil, .term(activation.term))
        }
        return Python.call("layers.\(kindName)", arguments) { label, term in
            switch label {
            case let label? where label.hasSuffix("_initializer"): return term.python(in: "initializers")
            case let label? where label.hasSuffix("_regularizer"):
                return Python.call("keras.regularizers.\(Python.className(term.name))", term.arguments)
            default: return (try? Activation(term: term).python) ?? Python.text(term.name)
            }
        }
    }
}

extension Metric {
    /// As it is given to `compile`.
    ///
    /// - Parameter isOneHot: `true` if labels stand in rows of zeros and ones; of some metrics Keras has two,
    ///   and takes only the one that fits.
    /// - Returns: A name, or a call of its class.
    func python(isOneHot: Bool) -> String {
        let name = type(of: function).name
        let pairs = [
            ("categorical_accuracy", "sparse_categorical_accuracy"),
            ("top_k_categorical_accuracy", "sparse_top_k_categorical_accuracy"),
        ]
        let pair = pairs.first { $0.0 == name || $0.1 == name }
        let fitting = pair.map { isOneHot ? $0.0 : $0.1 } ?? name
        let arguments = function.term.arguments
        if arguments.isEmpty, fitting == name, self.name == term.name { return Python.text(self.name) }
        return Python.call(
            "keras.metrics.\(Python.className(fitting))", arguments + [.init("name", .text(self.name))])
    }
}
