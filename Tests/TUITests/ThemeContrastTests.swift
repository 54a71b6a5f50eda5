import Testing

@testable import TUI

/// The promises to the eye of every theme that comes with nnboard, as written and as the nearest of 256
/// colours.
@Suite struct `A theme that comes with nnboard` {
    /// `terminal` is left out where colours are measured: only those who have chosen the colours know them.
    private static let measured = Themes.shipped.filter { $0 != "terminal" }
    private static let depths = [ColorDepth.direct, .indexed]
    private static let runs = (0..<8).map(Role.run)
    /// Lines, bars and marks; a band and the colours that stand for numbers are fills, and have tests of their own.
    private static let marks = Role.allCases.filter { role in
        !role.isRead && ![.band, .heatLow, .heatMiddle, .heatHigh].contains(role)
    }

    private func theme(_ name: String) throws -> Theme {
        try ThemeLibrary(folders: [Themes.folder.path]).theme(name)
    }

    private func letters(_ role: Role, _ theme: Theme, _ depth: ColorDepth) throws -> Color {
        try #require(theme[role].foreground, "\(role)").shown(at: depth)
    }

    /// A theme without a ground of its own stands on black.
    private func ground(_ role: Role, on surface: Surface, _ theme: Theme, _ depth: ColorDepth) -> Color {
        (theme[role].background ?? theme.ground(of: surface) ?? Color(0, 0, 0)).shown(at: depth)
    }

    @Test(arguments: measured, depths)
    func `keeps text legible on every surface`(name: String, depth: ColorDepth) throws {
        let theme = try theme(name)
        for role in Role.allCases where role.isRead {
            let letters = try letters(role, theme, depth)
            for surface in Surface.allCases {
                let ground = ground(role, on: surface, theme, depth)
                #expect(
                    letters.contrast(with: ground) >= 4.5, "\(role) on \(surface): \(letters) on \(ground)")
            }
        }
    }

    @Test(arguments: measured, depths)
    func `keeps curves, bars and marks visible`(name: String, depth: ColorDepth) throws {
        let theme = try theme(name)
        for role in Self.marks {
            let mark = try letters(role, theme, depth)
            // Bars are in rows, and a row can be chosen.
            let isInRows = [.bar, .predicted, .truth].contains(role)
            for surface in [.background, .popup] + (isInRows ? [Surface.selection, .quietSelection] : []) {
                let ground = ground(role, on: surface, theme, depth)
                #expect(mark.contrast(with: ground) >= 3, "\(role) on \(surface): \(mark) on \(ground)")
            }
        }
    }

    @Test(arguments: measured, depths)
    func `lays bands behind curves, where they can be seen and hide none`(name: String, depth: ColorDepth)
        throws
    {
        let theme = try theme(name)
        let ground = ground(.band, on: .background, theme, depth)
        let band = try letters(.band, theme, depth).contrast(with: ground)
        #expect(band >= 1.4)
        for role in Self.runs + [.trainingCurve, .validationCurve] {
            #expect(try letters(role, theme, depth).contrast(with: ground) > band * 1.3, "\(role)")
        }
    }

    @Test(arguments: measured)
    func `tells the grounds of groups from each other among 256 colours`(name: String) throws {
        let grounds = try theme(name).shades(at: .indexed).dropFirst(Shade.steps).prefix(Shade.groups)
        for (place, one) in grounds.enumerated() {
            for other in grounds.dropFirst(place + 1) {
                #expect(one.distance(to: other) > 0.08, "\(one) and \(other)")
            }
        }
    }

    @Test(arguments: measured, depths)
    func `leads numbers one way, from the ground's lightness to its opposite`(
        name: String, depth: ColorDepth
    ) throws {
        let theme = try theme(name)
        let steps = (0..<Shade.steps).map { step in
            theme.color(of: .heat(Double(step) / Double(Shade.steps - 1))).shown(at: depth)
        }
        let (low, high) = (try #require(steps.first), try #require(steps.last))
        #expect(low.contrast(with: high) >= 6)
        #expect(Set(steps).count >= (depth == .direct ? Shade.steps : 10))
        let sign = high.oklab.lightness > low.oklab.lightness ? 1.0 : -1
        // The nearest of 256 may be a little off.
        let slack = depth == .direct ? 0 : 0.04
        for (one, next) in zip(steps, steps.dropFirst()) {
            #expect((next.oklab.lightness - one.oklab.lightness) * sign > -slack)
        }
    }

    @Test(arguments: measured, depths)
    func `keeps eight runs apart`(name: String, depth: ColorDepth) throws {
        let colors = try Self.runs.map { try letters($0, theme(name), depth) }
        let least = leastDistance(colors)
        #expect(least >= 0.08, "\(least)")
    }

    @Test(arguments: measured, depths)
    func `keeps training and validation apart for every kind of colour vision`(
        name: String, depth: ColorDepth
    ) throws {
        let theme = try theme(name)
        let curves = [
            try letters(.trainingCurve, theme, depth), try letters(.validationCurve, theme, depth),
        ]
        #expect(leastDistance(curves) >= 0.15)
        for vision in ColorVision.allCases {
            let least = leastDistance(curves.map(vision.seen))
            #expect(least >= 0.12, "\(vision): \(least)")
        }
    }

    @Test(arguments: ["okabe-ito", "okabe-ito-light"], depths)
    func `after Okabe and Ito keeps eight runs apart for red-blind and green-blind eyes`(
        name: String, depth: ColorDepth
    ) throws {
        let colors = try Self.runs.map { try letters($0, theme(name), depth) }
        for vision in [ColorVision.protanopia, .deuteranopia] {
            let least = leastDistance(colors.map(vision.seen))
            #expect(least >= 0.065, "\(vision): \(least)")
        }
    }

    @Test(arguments: measured, depths)
    func `shows which row is chosen`(name: String, depth: ColorDepth) throws {
        let theme = try theme(name)
        func seen(_ surface: Surface) -> Color { ground(.text, on: surface, theme, depth) }
        #expect(seen(.selection).distance(to: seen(.background)) > 0.025)
        #expect(seen(.selection).distance(to: seen(.popup)) > 0.025)
        #expect(seen(.quietSelection).distance(to: seen(.background)) > 0.025)
    }

    @Test(arguments: ["dark", "light", "high-contrast"])
    func `of its own has colours that 256 terminals show as they were chosen`(name: String) throws {
        let theme = try theme(name)
        for role in Role.allCases {
            let color = try #require(theme[role].foreground)
            #expect(color.shown(at: .indexed) == color, "\(role)")
        }
    }

    @Test func `called terminal has no colours but the user's, and words in plain text`() throws {
        let theme = try theme("terminal")
        for role in Role.allCases {
            for color in [theme[role].foreground, theme[role].background].compactMap({ $0 }) {
                #expect(color.entry != nil, "\(role)")
            }
        }
        for surface in Surface.allCases { #expect(theme[surface].background == nil) }
        for role in [Role.text, .label, .title] { #expect(theme[role].foreground == nil) }
    }

    @Test func `is one of ten or more`() {
        #expect(Themes.shipped.count >= 10)
    }

    private func leastDistance(_ colors: [Color]) -> Double {
        colors.indices.flatMap { first in
            colors.indices.dropFirst(first + 1).map { colors[first].distance(to: colors[$0]) }
        }.min() ?? 0
    }
}

/// The sight of eyes that lack one kind of cone.
///
/// Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009:
/// the matrices of severity 1, on linear light.
private enum ColorVision: CaseIterable {
    case protanopia, deuteranopia, tritanopia

    private var matrix: [[Double]] {
        switch self {
        case .protanopia:
            [
                [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ]
        case .deuteranopia:
            [
                [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ]
        case .tritanopia:
            [
                [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ]
        }
    }

    func seen(_ color: Color) -> Color {
        let light = color.linear
        let channels = matrix.map { row in
            row[0] * light.red + row[1] * light.green + row[2] * light.blue
        }
        return Color(linear: channels[0], channels[1], channels[2])
    }
}
