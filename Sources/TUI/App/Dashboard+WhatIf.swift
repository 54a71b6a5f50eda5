import Datasets
import Training

/// Changing the chosen sample, to see what the network would say.
extension Dashboard {
    /// Says so where the samples are no texts.
    mutating func refuseUnlessText(_ dataset: Dataset) -> Bool {
        guard dataset.vocabulary != nil, case .sparse = dataset.train.inputs else {
            decline("These \(dataset.nouns.samples) have no words.")
            return false
        }
        return samples.selected != nil
    }

    /// The change made to the sample, or one that changes nothing yet.
    private var draftToChange: WhatIf {
        draft ?? WhatIf(part: samples.part, row: samples.selected ?? 0)
    }

    private mutating func take(_ draft: WhatIf) {
        inspector.draft = draft.isEmpty ? nil : draft
        predict()
    }

    /// Leaves the word out that one is on, or takes it in again.
    mutating func switchWord(_ dataset: Dataset) {
        guard refuseUnlessText(dataset) else { return }
        guard inspector.view == .words || inspector.view == .whatIf else {
            decline(
                "Words are left out in the views “words” and “what-if”: \(key(for: .inspectorView)) turns to them."
            )
            return
        }
        guard let words = explainedPane?.listedWords, words.indices.contains(inspector.list.cursor),
            let column = words[inspector.list.cursor].column
        else { return }
        inspector.word = column
        turn(column)
    }

    /// Does the same with a word by its name; one that the text has not is added.
    mutating func switchWord(named name: String, _ dataset: Dataset) {
        guard refuseUnlessText(dataset), let row = samples.selected else { return }
        let encoder = why.encoder ?? TextEncoder(dataset)
        why.encoder = encoder
        guard let column = encoder?.column(of: name) else {
            complain("The network is not shown the word “\(name.clipped(to: 30))”.")
            return
        }
        guard case .sparse(let rows) = dataset.split(of: samples.part).inputs else { return }
        var draft = draftToChange
        inspector.word = column
        if draft.off.contains(column) || draft.columns(of: Array(rows[row]), encoder).contains(column) {
            turn(column)
        } else {
            draft.added += (draft.added.isEmpty ? "" : " ") + name
            take(draft)
        }
        if !inspector.view.isExplanation { show(.whatIf, of: dataset) }
    }

    private mutating func turn(_ column: Int32) {
        var draft = draftToChange
        if draft.off.remove(column) == nil { draft.off.insert(column) }
        take(draft)
    }

    /// Takes a text of one's own in place of the sample; none for the sample itself.
    mutating func suppose(_ text: String) {
        var draft = draftToChange
        (draft.text, draft.off, draft.added) = (text.trimmed.isEmpty ? nil : text, [], "")
        take(draft)
    }

    /// Adds words to the sample, in place of those that were added before.
    mutating func add(words: String) {
        var draft = draftToChange
        draft.added = words
        take(draft)
    }

    /// Takes the sample as it is.
    mutating func restoreSample() {
        inspector.draft = nil
        predict()
    }

    mutating func askForText(_ dataset: Dataset) {
        guard refuseUnlessText(dataset) else { return }
        if inspector.view != .sample { show(.whatIf, of: dataset) }
        overlay = .prompt(
            Prompt(
                purpose: .suppose(before: draft), title: "what if",
                field: TextField(draft?.text ?? "")))
    }

    mutating func askForWordsToAdd(_ dataset: Dataset) {
        guard refuseUnlessText(dataset) else { return }
        if !inspector.view.isExplanation { show(.whatIf, of: dataset) }
        overlay = .prompt(
            Prompt(
                purpose: .addWords(before: draft), title: "add words", field: TextField(draft?.added ?? "")))
    }
}
