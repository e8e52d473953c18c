public import GeographyModel
public import QueryEngine

/// What to hand out to other programs, and how.
public struct ExportQuery: Sendable {
    /// The formats that a collection can be handed out in.
    public enum Format: String, CaseIterable, Sendable {
        /// GeoJSON (RFC 7946).
        case geojson
        /// GeoJSON text sequence (RFC 8142).
        case geojsonseq
        /// Comma-separated values (RFC 4180), UTF-8.
        case csv
        /// The column layout of Fingertips downloads, as CSV.
        case fingertips
        /// HexJSON, for hexagon cartograms.
        case hexjson
    }

    /// What is handed out.
    public var collection: CollectionID
    /// In which format.
    public var format: Format
    /// With which geometry; `nil` is the full boundary in GeoJSON and nothing in the other formats.
    public var geometry: GeometryDetail?
    /// Which properties, in this order; `nil` is all that every feature of the collection has. Characteristics of
    /// areas are handed out when they are named.
    public var properties: [String]?
    /// Whose figures; `nil` takes low health literacy.
    public var indicator: String?
    /// The edition; `nil` takes the one that has figures for most areas.
    public var edition: String?
    /// Codes or names of wider areas; empty hands out everything.
    public var within: [String]
    /// The condition that features must meet.
    public var filter: FeatureFilter
    /// The order; without it features are ordered by their identifiers.
    public var sort: [FeatureQuery.SortKey]
    /// The reference system of the geometry.
    public var system: CoordinateReferenceSystem
    /// The day on which initiatives count as active; `nil` is today.
    public var day: CalendarDay?
    /// Into how many classes `value_class` divides the areas, 2…9.
    public var classes: Int
    /// How the classes are made.
    public var classMethod: ClassMethod

    /// Makes a query.
    public init(
        collection: CollectionID, format: Format = .geojson, geometry: GeometryDetail? = nil,
        properties: [String]? = nil, indicator: String? = nil, edition: String? = nil, within: [String] = [],
        filter: FeatureFilter = FeatureFilter(), sort: [FeatureQuery.SortKey] = [],
        system: CoordinateReferenceSystem = .crs84, day: CalendarDay? = nil, classes: Int = 5,
        classMethod: ClassMethod = .quantile
    ) {
        self.collection = collection
        self.format = format
        self.geometry = geometry
        self.properties = properties
        self.indicator = indicator
        self.edition = edition
        self.within = within
        self.filter = filter
        self.sort = sort
        self.system = system
        self.day = day
        self.classes = classes
        self.classMethod = classMethod
    }

    /// The geometry that is handed out.
    var detail: GeometryDetail {
        if format == .hexjson || format == .fingertips { return .none }
        return geometry ?? (format == .csv ? .none : .full)
    }

    /// The level of geography; districts where the collection is not of areas.
    var areaType: AreaType {
        if case .areas(let type) = collection { return type }
        return .district
    }

    /// The query that reads the features.
    var collectionQuery: CollectionQuery {
        CollectionQuery(
            collection: collection, filter: filter, within: within, indicator: indicator, edition: edition, day: day,
            sort: sort, geometry: detail, system: system)
    }

    /// Refuses what the format has no place for, rather than leaving it out unsaid.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest`.
    func validate() throws {
        guard (2...9).contains(classes) else {
            throw GeodataError(.invalidRequest, "\(classes) classes cannot be made.", remedy: "Ask for 2 to 9.")
        }
        switch format {
        case .geojson: return
        case .geojsonseq:
            if system != .crs84 { throw refusal("it is CRS84 by its standard (RFC 8142)") }
            return
        case .csv:
            if geometry == .full || geometry == .generalised { throw refusal("its geometry can be a centroid only") }
            if system != .crs84, geometry != .centroid {
                throw refusal("--crs has no meaning without --geometry centroid")
            }
            return
        case .fingertips:
            if collection == .initiatives { throw refusal("initiatives have no figures") }
            if properties != nil { throw refusal("its columns are fixed, so --properties has no meaning") }
        case .hexjson:
            if collection == .initiatives || collection == .estimates {
                throw refusal("only areas have a place in a hexagon layout")
            }
        }
        if system != .crs84 { throw refusal("it holds no geometry, so --crs has no meaning") }
        if geometry != nil { throw refusal("it holds no geometry, so --geometry has no meaning") }
    }

    private func refusal(_ reason: String) -> GeodataError {
        GeodataError(
            .invalidRequest, "\(collection.name) cannot be handed out as \(format.rawValue) like this: \(reason).",
            remedy: "Leave the option out, or use geojson or csv.")
    }
}
