extension Theme {
    /// Dresses the dashboard in a base16 scheme.
    ///
    /// Colours get the tasks that the styling guidelines of base16 name, as far as there is a likeness:
    /// `base01` is for status bars, `base08` for what was removed or is wrong, `base0B` for what was added or
    /// is right. Schemes are made for editors, and many are too pale for one thing or another. So shades are
    /// moved, away from the ground, until text has a contrast of 4.5 : 1 and marks 3 : 1, on any terminal
    /// from 256 colours.
    ///
    /// - Parameters:
    ///   - scheme: The colours.
    ///   - name: The theme's name.
    init(_ scheme: Base16, name: String) {
        self.init(name: name)
        let colors = scheme.colors
        let paper = colors[0]
        for (surface, index, attributes) in Self.grounds {
            self[surface] = Look(nil, on: colors[index].quieted(on: paper, to: 1.6), attributes)
        }
        let read = Surface.allCases.compactMap { ground(of: $0) }
        let drawn = [Surface.background, .popup].compactMap { ground(of: $0) }
        for (role, index, attributes) in Self.tasks {
            let color = colors[index]
            let isRead = role.isRead
            self[role] = Look(
                color.lifted(above: isRead ? read : drawn, to: isRead ? 4.5 : 3), on: nil, attributes)
        }
        self[.match] = Look(paper.lifted(above: [colors[10]], to: 4.5), on: colors[10])
        self[.band] = Look(colors[2].quieted(on: paper, to: 2.5).lifted(above: [paper], to: 1.4))
        // From the ground to what stands out most, evenly.
        self[.heatLow] = Look(colors[1].quieted(on: paper, to: 1.6))
        self[.heatMiddle] = Look(colors[14].quieted(on: paper, to: 3.5).lifted(above: [paper], to: 2.5))
        self[.heatHigh] = Look(colors[10].lifted(above: [paper], to: 7))
    }

    private static let grounds: [(Surface, Int, Attributes)] = [
        (.background, 0, []), (.bar, 1, []), (.selection, 2, .bold), (.quietSelection, 1, []),
        (.popup, 1, []),
        (.input, 2, []),
    ]

    private static let tasks: [(Role, Int, Attributes)] = [
        (.text, 5, []), (.label, 4, []), (.faint, 3, []), (.border, 3, []), (.title, 4, []),
        (.focusBorder, 14, []), (.focusTitle, 14, .bold), (.accent, 14, []), (.key, 14, .bold),
        (.trainingCurve, 13, []), (.validationCurve, 9, []), (.baseline, 4, []), (.bestEpoch, 11, .bold),
        (.bar, 13, []), (.predicted, 14, .bold), (.truth, 11, .bold),
        (.success, 11, []), (.warning, 10, []), (.error, 8, .bold),
        (.cursor, 7, []), (.positive, 11, []), (.negative, 8, []),
        (.run1, 9, []), (.run2, 13, []), (.run3, 11, []), (.run4, 14, []), (.run5, 10, []), (.run6, 12, []),
        (.run7, 8, []), (.run8, 15, []),
    ]
}

extension Role {
    /// Tells whether words and numbers are written with it; the others are lines, bars, marks and fills.
    var isRead: Bool {
        switch self {
        case .text, .label, .title, .focusTitle, .accent, .key, .success, .warning, .error, .match, .positive,
            .negative:
            true
        default: false
        }
    }
}

extension Color {
    /// The colour, as much lighter or darker as it takes to stand out.
    ///
    /// It goes away from the first ground, and keeps its hue; where even the end of the way is too near, that is it.
    ///
    /// - Parameters:
    ///   - grounds: The grounds to stand out from, as written and as the nearest of 256 colours.
    ///   - least: The least contrast.
    /// - Returns: The colour itself where it is clear enough already.
    func lifted(above grounds: [Color], to least: Double) -> Color {
        guard let paper = grounds.first else { return self }
        let written = grounds.map(\.luminance)
        let indexed = grounds.map { $0.shown(at: .indexed).luminance }
        func isClear(_ color: Color) -> Bool {
            let (own, nearest) = (color.luminance, color.shown(at: .indexed).luminance)
            return written.allSatisfy { Color.contrast($0, own) >= least }
                && indexed.allSatisfy { Color.contrast($0, nearest) >= least }
        }
        // At this luminance black and white stand out equally.
        let step = paper.luminance < 0.18 ? 0.01 : -0.01
        var place = oklab
        var color = self
        while !isClear(color), 0...1 ~= place.lightness {
            place.lightness += step
            color = Color(lightness: place.lightness, a: place.a, b: place.b)
        }
        return color
    }

    /// The colour, as much nearer to a ground as it takes not to stand out from it by more than so much.
    func quieted(on ground: Color, to most: Double) -> Color {
        let shares = stride(from: 0.0, through: 1, by: 0.05)
        return shares.lazy.map { self.mixed(with: ground, $0) }.first { $0.contrast(with: ground) <= most }
            ?? ground
    }
}
