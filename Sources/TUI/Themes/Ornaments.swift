extension Role {
    /// The attributes that tell the role apart where colours can't, whatever the theme.
    var ornament: Attributes {
        switch self {
        case .focusBorder, .focusTitle, .accent, .key, .bestEpoch, .predicted, .success, .warning, .error,
            .cursor, .positive:
            .bold
        case .truth, .negative: .underline
        case .match: .reverse
        case .faint, .border, .baseline, .band: .dim
        case .text, .label, .title, .trainingCurve, .validationCurve, .bar, .run1, .run2, .run3, .run4, .run5,
            .run6, .run7, .run8, .heatLow, .heatMiddle, .heatHigh:
            []
        }
    }
}

extension Surface {
    /// The attributes that tell the surface apart where grounds can't have colours of their own.
    var ornament: Attributes {
        switch self {
        case .selection: .reverse
        case .quietSelection: [.bold, .underline]
        case .input: .underline
        case .background, .bar, .popup: []
        }
    }
}
