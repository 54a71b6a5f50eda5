import Glibc

/// A colour: sRGB, eight bits a channel, or one of the sixteen that the user of a terminal chooses.
public struct Color: Hashable, Sendable {
    /// The channels, each from 0 to 255; of the user's own colours, as xterm shows them.
    public let red, green, blue: UInt8
    /// The number among the user's sixteen colours; `nil` for one that is the same everywhere.
    let entry: UInt8?

    /// Makes a colour from its channels.
    public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        (self.red, self.green, self.blue) = (red, green, blue)
        entry = nil
    }

    /// Makes one of the user's sixteen colours.
    ///
    /// - Parameter name: `black`, `red`, `green`, `yellow`, `blue`, `magenta`, `cyan`, `white`, or one of these behind
    ///   `bright-`.
    public init?(named name: some StringProtocol) {
        guard let entry = Self.names.firstIndex(where: { $0 == name }) else { return nil }
        let seen = FixedColors.basic[entry]
        (red, green, blue) = (seen.red, seen.green, seen.blue)
        self.entry = UInt8(entry)
    }

    /// The names of the user's colours, in the order of their numbers.
    static let names: [String] = {
        let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
        return names + names.map { "bright-" + $0 }
    }()

    /// Reads `#rrggbb`.
    public init?(hex text: some StringProtocol) {
        let digits = text.dropFirst()
        guard text.first == "#", digits.utf8.count == 6, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }),
            let value = UInt32(digits, radix: 16)
        else { return nil }
        self.init(value)
    }

    /// Makes a colour from 24 bits, red first.
    init(_ value: UInt32) {
        self.init(
            UInt8(truncatingIfNeeded: value >> 16), UInt8(truncatingIfNeeded: value >> 8),
            UInt8(truncatingIfNeeded: value))
    }

    /// The colour as 24 bits, red first.
    var value: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }

    /// The channels as amounts of light, each from 0 to 1.
    var linear: (red: Double, green: Double, blue: Double) {
        func light(_ channel: UInt8) -> Double {
            let value = Double(channel) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return (light(red), light(green), light(blue))
    }

    /// Relative luminance, from 0 for black to 1 for white (WCAG 2.2).
    public var luminance: Double {
        let light = linear
        return 0.2126 * light.red + 0.7152 * light.green + 0.0722 * light.blue
    }

    /// The contrast of two colours: from 1, none, to 21, black on white (WCAG 2.2).
    public func contrast(with other: Color) -> Double {
        Self.contrast(luminance, other.luminance)
    }

    /// The contrast of two luminances.
    static func contrast(_ one: Double, _ other: Double) -> Double {
        (max(one, other) + 0.05) / (min(one, other) + 0.05)
    }

    /// The colour as the eye orders colours: lightness, and two axes of hue.
    ///
    /// Ottosson, "A perceptual color space for image processing", 2020.
    var oklab: (lightness: Double, a: Double, b: Double) {
        let (red, green, blue) = linear
        let long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
        let middle = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
        let short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
        return (
            0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
            1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
            0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
        )
    }

    /// A colour between this one and another, as the eye orders them.
    ///
    /// - Parameters:
    ///   - other: The other end.
    ///   - share: The nearness to it: 0 is this colour, 1 the other.
    /// - Returns: The mixture.
    func mixed(with other: Color, _ share: Double) -> Color {
        let (mine, its) = (oklab, other.oklab)
        func between(_ one: Double, _ other: Double) -> Double { one + (other - one) * share }
        return Color(
            lightness: between(mine.lightness, its.lightness), a: between(mine.a, its.a),
            b: between(mine.b, its.b))
    }

    /// Makes a colour from its place among the colours that the eye orders; the nearest where screens have none there.
    init(lightness: Double, a: Double, b: Double) {
        let long = pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3)
        let middle = pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3)
        let short = pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3)
        self.init(
            linear: 4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short)
    }

    /// Makes a colour from amounts of light, each from 0 to 1; what lies beyond is cut off.
    init(linear red: Double, _ green: Double, _ blue: Double) {
        func channel(_ light: Double) -> UInt8 {
            let light = min(1, max(0, light))
            let value = light <= 0.0031308 ? light * 12.92 : 1.055 * pow(light, 1 / 2.4) - 0.055
            return UInt8((value * 255).rounded())
        }
        self.init(channel(red), channel(green), channel(blue))
    }

    /// The difference between two colours as the eye sees it; 1 is black and white.
    func distance(to other: Color) -> Double {
        let (mine, its) = (oklab, other.oklab)
        return hypot(mine.lightness - its.lightness, hypot(mine.a - its.a, mine.b - its.b))
    }
}

extension Color: CustomStringConvertible {
    /// The colour as theme files write it: `#rrggbb`, or the name of one of the user's own.
    public var description: String {
        if let entry { return Self.names[Int(entry)] }
        let digits = String(value, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }
}
