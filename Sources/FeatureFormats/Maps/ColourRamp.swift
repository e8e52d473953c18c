/// Colours from light to dark, apart for people of every kind of colour vision.
///
/// The nine steps of the sequential scheme "YlOrRd" of ColorBrewer (C. A. Brewer, M. Harrower and The Pennsylvania State
/// University, colorbrewer2.org, marked "colourblind safe"); numbers of classes other than nine take evenly spaced
/// steps, mixed linearly in sRGB between neighbours.
package struct ColourRamp: Sendable {
    private static let steps: [UInt32] = [
        0xFFFFCC, 0xFFEDA0, 0xFED976, 0xFEB24C, 0xFD8D3C, 0xFC4E2A, 0xE31A1C, 0xBD0026, 0x800026,
    ]

    /// The colours as 0xRRGGBB, lightest first.
    package let colours: [UInt32]

    /// Makes a ramp of `count` colours.
    package init(count: Int) {
        colours = (0..<max(count, 0)).map { place in
            // One class alone is neither light nor dark.
            let at = count == 1 ? 4 : Double(place) * 8 / Double(count - 1)
            let low = min(Int(at), 7)
            return Self.mix(Self.steps[low], Self.steps[low + 1], share: at - Double(low))
        }
    }

    private static func mix(_ first: UInt32, _ second: UInt32, share: Double) -> UInt32 {
        [16, 8, 0].reduce(into: UInt32(0)) { colour, shift in
            let (from, to) = (Double(first >> shift & 0xFF), Double(second >> shift & 0xFF))
            colour |= UInt32((from + (to - from) * share).rounded()) << shift
        }
    }

    /// Whether white letters are better to read on `colour` than black ones: contrast by the relative luminance of
    /// WCAG 2.2, with sRGB's curve taken as the power 2.2.
    static func wantsWhiteText(on colour: UInt32) -> Bool {
        let weights: [(UInt32, Double)] = [(16, 0.2126), (8, 0.7152), (0, 0.0722)]
        let luminance = weights.reduce(0.0) { sum, weight in
            let channel = Double(colour >> weight.0 & 0xFF) / 255
            return sum + weight.1 * power(channel, 2.2)
        }
        return 1.05 / (luminance + 0.05) > (luminance + 0.05) / 0.05
    }
}
