@testable import Datasets

/// The rules that stories can meet in a scope, and the names among them that nothing explains.
func visit(
    _ roots: [String], in scope: GrammarScope, of grammar: Grammar
) -> (rules: Set<Int>, missing: [String]) {
    var rules: Set<Int> = []
    var missing: [String] = []
    func visit(name: Int) {
        guard let rule = scope[name] else { return missing.append(grammar.names[name]) }
        visit(rule: rule)
    }
    func visit(rule: Int) {
        guard rules.insert(rule).inserted else { return }
        for phrase in grammar.choices[grammar.rules[rule].choices] {
            for symbol in grammar.symbols[grammar.phrases[Int(phrase)]] {
                switch symbol {
                case .name(let name), .remembered(let name): visit(name: name)
                case .choice(let rule): visit(rule: rule)
                case .word, .numeral, .ending: break
                }
            }
        }
    }
    for root in roots {
        if let name = grammar.names.firstIndex(of: root) {
            visit(name: name)
        } else {
            missing.append(root)
        }
    }
    return (rules, missing)
}
