import Datasets

/// A choice that is made up of settings with Keras' names and defaults; its text form follows from them.
protocol Configurable: Choice {
    /// Its settings, in the order of Keras' arguments.
    static var settings: [Setting<Self>] { get }

    /// All settings at Keras' defaults; those that have none may be anything.
    init()
}

extension Configurable {
    static var settings: [Setting<Self>] { [] }

    init(term: Term) throws {
        self.init()
        var reader = TermReader(term)
        for (place, setting) in Self.settings.enumerated() {
            guard let value = reader.value(setting.name, at: place) else {
                if setting.isRequired { throw TermError.missingArgument(setting.name, of: term.name) }
                continue
            }
            guard try setting.read(value, &self) else {
                throw TermError.wrongArgument(
                    setting.name, of: term.name, found: value.description, expected: setting.expected)
            }
        }
        try reader.finish()
    }

    /// The choice as a term; settings at Keras' defaults are left out.
    var term: Term {
        let standard = Self()
        return Term(
            name,
            Self.settings.compactMap { setting in
                let value = setting.written(self)
                guard setting.isRequired || value != setting.written(standard) else { return nil }
                return Term.Argument(setting.name, value)
            })
    }

    /// The problems with the settings, in words.
    var settingProblems: [String] {
        Self.settings.compactMap { setting in
            setting.wanted(self).map {
                "The \(setting.name) of \(name) is \(setting.written(self)); make it \($0)."
            }
        }
    }
}
