package import GeographyModel

/// A thematic map of areas, each coloured by the class of its figure, as a printable SVG picture.
///
/// Dark always means greater need, whichever direction the figure has. Areas are either drawn as they lie, in a
/// transverse Mercator projection (``MapProjection``), or as the hexagons of a cartogram in which every area is as
/// large as every other. The drawing fills the picture, however small the mapped region is.
///
/// ```swift
/// var map = ChoroplethMap(title: "Low health literacy", subtitle: "% of people aged 16–65 below the threshold",
///                         legendTitle: "% below", attribution: "Contains OS data © Crown copyright",
///                         breaks: ClassBreaks(upperBounds: [35, 40, 45]))
/// map.areas = areas
/// map.labelGreatestNeed(10)
/// let svg = map.svg
/// ```
package struct ChoroplethMap: Sendable {
    /// An area on the map.
    package struct Area: Sendable {
        /// The area code.
        package var code: String
        /// The area name.
        package var name: String
        /// The ground, in CRS84 degrees; not needed for hexagons.
        package var shape: MultiPolygon
        /// The place in a cartogram; an area without one is not drawn there.
        package var hexagon: HexPosition?
        /// The figure; `nil` is drawn as "no figure".
        package var value: Double?
        /// What is written at the area on a map of boundaries, or in its hexagon.
        package var label: String?

        /// Makes an area.
        package init(
            code: String, name: String, shape: MultiPolygon, hexagon: HexPosition? = nil, value: Double?,
            label: String? = nil
        ) {
            self.code = code
            self.name = name
            self.shape = shape
            self.hexagon = hexagon
            self.value = value
            self.label = label
        }
    }

    /// A place in an `odd-r` grid of pointy-top hexagons, as HexJSON counts: rows northwards, odd rows shifted half a
    /// hexagon to the east.
    package struct HexPosition: Hashable, Sendable {
        /// The column, eastwards.
        package var q: Int
        /// The row, northwards.
        package var r: Int

        /// Makes a place.
        package init(q: Int, r: Int) {
            self.q = q
            self.r = r
        }
    }

    /// Which figures mean greater need.
    package enum Direction: Sendable {
        /// High figures do.
        case highIsWorse
        /// Low figures do.
        case lowIsWorse
    }

    /// How areas are drawn.
    package enum Style: String, CaseIterable, Sendable {
        /// As they lie.
        case boundaries
        /// As hexagons of one size.
        case hexagons
    }

    /// How the parts of the picture stand.
    package enum Layout: Sendable {
        /// A sheet of its own, 1000 pixels wide, with heading and sources.
        case sheet
        /// A figure in a document that has heading and sources itself, 440 pixels wide.
        case figure
    }

    /// A part of the map that is drawn a second time, larger, beside the map, where it takes under a twentieth of it.
    package struct Inset: Sendable {
        /// What stands above it.
        package var title: String
        /// What the codes of its areas begin with.
        package var codePrefix: String

        /// Describes an inset.
        package init(title: String, codePrefix: String) {
            self.title = title
            self.codePrefix = codePrefix
        }

        /// London's 33 boroughs, codes E09….
        package static let london = Inset(title: "London", codePrefix: "E09")
    }

    /// The line on top.
    package var title: String
    /// The lines below it: what is measured, in whom, by which edition, and which direction is worse.
    package var subtitle: String
    /// What stands above the legend: the unit.
    package var legendTitle: String
    /// What follows a figure, such as " %".
    package var unitSuffix: String
    /// Decimals of figures in tooltips and legend, 0…6.
    package var decimals: Int
    /// What the reader must know, below the map.
    package var caption = ""
    /// Sources and attributions, below the caption.
    package var attribution: String
    /// Which figures mean greater need.
    package var direction: Direction
    /// How figures are put into classes.
    package var breaks: ClassBreaks
    /// How areas are drawn.
    package var style: Style
    /// What is drawn a second time, larger; boundaries only.
    package var inset: Inset?
    /// The areas.
    package var areas: [Area]
    /// Sites that are drawn on top, with what belongs to them.
    package var siteLayer: SiteLayer?
    /// How the parts of the picture stand.
    package var layout = Layout.sheet

    /// Makes a map.
    package init(
        title: String, subtitle: String, legendTitle: String, unitSuffix: String = "", decimals: Int = 1,
        attribution: String, direction: Direction = .highIsWorse, breaks: ClassBreaks,
        style: Style = .boundaries, inset: Inset? = .london, areas: [Area] = []
    ) {
        self.title = title
        self.subtitle = subtitle
        self.legendTitle = legendTitle
        self.unitSuffix = unitSuffix
        self.decimals = decimals
        self.attribution = attribution
        self.direction = direction
        self.breaks = breaks
        self.style = style
        self.inset = inset
        self.areas = areas
    }

    /// Labels the `count` areas of greatest need with their names up to the comma ("Kingston upon Hull, City of"), and
    /// no others; of equal figures, the first in order of code.
    package mutating func labelGreatestNeed(_ count: Int) {
        let ranked = areas.indices.filter { areas[$0].value?.isFinite == true }.sorted { left, right in
            let (a, b) = (areas[left], areas[right])
            if a.value == b.value { return a.code < b.code }
            return isWorse(a.value ?? 0, than: b.value ?? 0)
        }
        for place in areas.indices { areas[place].label = nil }
        for place in ranked.prefix(max(count, 0)) {
            areas[place].label = areas[place].name.split(separator: ",").first.map { String($0) }
        }
    }

    func isWorse(_ value: Double, than other: Double) -> Bool {
        direction == .highIsWorse ? value > other : value < other
    }

    /// A figure with its unit.
    func text(of value: Double) -> String { number(value) + unitSuffix }

    /// A figure without its unit; whole numbers have their digits grouped.
    func number(_ value: Double) -> String {
        if decimals == 0, value.magnitude < 1e15 { return GroupedDigits.text(Int(value.rounded())) }
        return FixedDecimals.text(value, decimals)
    }
}
