extension TextBuffer {
    /// Appends a length in pixels with at most one decimal.
    mutating func appendPixels(_ pixels: Double) {
        guard pixels.magnitude < 1e9 else { return append("0") }
        append(room: 24) { writeFixed(Int64((pixels * 10).rounded()), scale: 10, decimals: 1, to: $0) }
    }

    /// Appends ` name="pixels"` for every attribute.
    mutating func appendAttributes(_ attributes: KeyValuePairs<StaticString, Double>) {
        for (name, pixels) in attributes {
            append(" ")
            append(name)
            append("=\"")
            appendPixels(pixels)
            append("\"")
        }
    }

    /// Appends a colour as `#rrggbb`.
    mutating func appendColour(_ colour: UInt32) {
        let digits = String(colour, radix: 16)
        append("#")
        append(verbatim: String(repeating: "0", count: 6 - digits.count) + digits)
    }

    /// Appends a line of words whose baseline begins at (or ends at, or has its middle at) a point.
    ///
    /// - Parameters:
    ///   - style: The classes of the picture's style sheet.
    mutating func appendText(_ text: String, style: StaticString, x: Double, y: Double) {
        append("<text class=\"")
        append(style)
        append("\"")
        appendAttributes(["x": x, "y": y])
        append(">")
        appendXML(text)
        append("</text>\n")
    }

    /// Appends a rectangle.
    mutating func appendRectangle(_ box: PageBox, style: StaticString, fill: String? = nil) {
        append("<rect class=\"")
        append(style)
        append("\"")
        appendAttributes(["x": box.left, "y": box.top, "width": box.width, "height": box.height])
        if let fill {
            append(" fill=\"")
            append(verbatim: fill)
            append("\"")
        }
        append("/>\n")
    }

    /// Appends the data of a path of closed rings. Points that fall on the pixel's tenth of the one before are left out.
    mutating func appendPathData(_ rings: [[PagePoint]]) {
        for ring in rings {
            var last: (Int, Int)?
            for point in ring {
                let tenth = (Int((point.x * 10).rounded()), Int((point.y * 10).rounded()))
                if let last, last == tenth { continue }
                append(last == nil ? "M" : " ")
                appendPixels(point.x)
                append(",")
                appendPixels(point.y)
                last = tenth
            }
            append("Z")
        }
    }
}

/// About how wide the words are, in pixels, in a sans-serif face on the wide side (DejaVu Sans), so that what is laid out
/// by it fits in narrower ones too.
func textWidth(_ text: String, size: Double) -> Double {
    size
        * text.reduce(0.0) { width, character in
            switch character {
            case "i", "j", "l", "I", ".", ",", "'", "’", ":", ";", " ", "|", "!", "(", ")", "-", "f", "t", "r":
                width + 0.38
            case "m", "w", "M", "W", "%", "@", "—", "…": width + 0.98
            case "A"..."Z": width + 0.7
            default: width + 0.62
            }
        }
}

/// About how wide bold words are, in pixels.
func boldTextWidth(_ text: String, size: Double) -> Double { textWidth(text, size: size) * 1.12 }

/// The words in lines no wider than `width` pixels, broken at spaces.
func wrap(_ text: String, size: Double, width: Double) -> [String] {
    var lines: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
        if let last = lines.last, textWidth(last + " " + word, size: size) <= width {
            lines[lines.count - 1] = last + " " + word
        } else {
            lines.append(String(word))
        }
    }
    return lines
}
