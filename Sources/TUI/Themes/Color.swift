import Glibc

/// A colour as a screen shows it: sRGB, eight bits a channel.
public struct Color: Hashable, Sendable {
    /// The channels, each from 0 to 255.
    public let red, green, blue: UInt8

    /// Makes a colour from its channels.
    public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        (self.red, self.green, self.blue) = (red, green, blue)
    }

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
    private var linear: (red: Double, green: Double, blue: Double) {
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

    /// How well one colour stands out from another: from 1, not at all, to 21, black on white (WCAG 2.2).
    public func contrast(with other: Color) -> Double {
        let (darker, lighter) = (min(luminance, other.luminance), max(luminance, other.luminance))
        return (lighter + 0.05) / (darker + 0.05)
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
    ///   - share: How near to it: 0 is this colour, 1 the other.
    func mixed(with other: Color, _ share: Double) -> Color {
        let (mine, its) = (oklab, other.oklab)
        func between(_ one: Double, _ other: Double) -> Double { one + (other - one) * share }
        let lightness = between(mine.lightness, its.lightness)
        let (a, b) = (between(mine.a, its.a), between(mine.b, its.b))
        let long = pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3)
        let middle = pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3)
        let short = pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3)
        func channel(_ light: Double) -> UInt8 {
            let light = min(1, max(0, light))
            let value = light <= 0.0031308 ? light * 12.92 : 1.055 * pow(light, 1 / 2.4) - 0.055
            return UInt8((value * 255).rounded())
        }
        return Color(
            channel(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
            channel(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
            channel(-0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short))
    }

    /// How different two colours look; 1 is black and white.
    func distance(to other: Color) -> Double {
        let (mine, its) = (oklab, other.oklab)
        return hypot(mine.lightness - its.lightness, hypot(mine.a - its.a, mine.b - its.b))
    }
}

extension Color: CustomStringConvertible {
    /// The colour as theme files write it: `#rrggbb`.
    public var description: String {
        let digits = String(value, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }
}
