import GeographyModel
import SourceReaders
import SpatialStore

/// Boundaries that were named, transformed, checked, repaired and generalised, ready to be written.
struct PreparedBoundaries: Sendable {
    /// One area with its ground.
    struct Item: Sendable {
        var number: Int
        var area: Area
        var boundary: MultiPolygon
    }

    private let items: [Item]
    private let generalised: GeneralisedBoundaries
    private let log: ImportLog

    /// Does everything that needs no transaction, on all cores.
    static func prepare(
        _ contents: BoundaryFile, file: String, query: BoundariesImportQuery, options: ImportOptions,
        store: SpatialStore
    ) async throws -> PreparedBoundaries {
        var log = ImportLog(file: file, diagnostics: contents.diagnostics)
        var items = try await named(contents, query: query, options: options, store: store, log: &log)
        let tolerance = query.tolerance ?? GeneralisedBoundaries.tolerance(for: items.map(\.boundary))
        options.progress?(ImportProgress(stage: "checking and generalising", fraction: 0.35))
        let boundaries = items.map(\.boundary)
        async let checked = GeometryChecker.faults(in: boundaries)
        async let generalising = GeneralisedBoundaries(boundaries, tolerance: tolerance)
        let faults = try await checked
        if faults.isEmpty {
            return PreparedBoundaries(items: items, generalised: try await generalising, log: log)
        }
        _ = try await generalising
        repair(&items, faults, log: &log)
        return PreparedBoundaries(
            items: items, generalised: try GeneralisedBoundaries(items.map(\.boundary), tolerance: tolerance), log: log)
    }

    /// Writes all areas with their boundaries.
    func write(into writer: StoreWriter, source: DataSource, options: ImportOptions) throws -> ImportReport {
        let held = try writer.reader.boundarySources()
        let replaced = items.count { held[$0.area.code] != nil }
        let key = try writer.put(file: source)
        let encoding = EncodedAhead(count: items.count) { [items, generalised] index in
            (StoredBoundary(items[index].boundary), generalised.encoded(index))
        }
        try writer.withDeferredSpatialIndex {
            try encoding.forEach { index, encoded in
                if index % 512 == 0 {
                    options.progress?(
                        ImportProgress(stage: "writing", fraction: 0.5 + Double(index) / Double(items.count) * 0.5))
                }
                let area = items[index].area
                try writer.put(area, boundary: encoded.0, from: key)
                try writer.setGeneralised(encoded.1, of: area.code)
            }
        }
        try writer.forgetUnusedFiles()
        var remarks = ["Generalised for maps by \(generalised.tolerance) m."]
        if replaced > 0 {
            remarks.append(
                "\(replaced) of the areas had a boundary, which this one replaces; 'hlgeo remove source \(source.id)' takes it out again."
            )
        }
        return ImportReport(
            log, unit: ("boundary", "boundaries", "feature"), taken: items.count, options: options, remarks: remarks)
    }

    /// Gives every feature its code, name, level and place on Earth.
    private static func named(
        _ contents: BoundaryFile, query: BoundariesImportQuery, options: ImportOptions, store: SpatialStore,
        log: inout ImportLog
    ) async throws -> [Item] {
        let layers = Set(contents.features.compactMap(\.layer)).sorted()
        let wanted = query.layer ?? (layers.count == 1 ? layers[0] : nil)
        if layers.count > 1, wanted == nil {
            throw GeodataError(
                .invalidRequest, "\(log.file) holds several layers: \(layers.joined(separator: ", ")).",
                remedy: "Say which one is wanted with --layer.")
        }
        if let wanted, !layers.contains(wanted) {
            throw GeodataError(
                .invalidRequest, "\(log.file) has no layer \"\(wanted)\".",
                remedy: layers.isEmpty ? "Leave --layer out." : "It has: \(layers.joined(separator: ", ")).")
        }
        let features = contents.features.filter { wanted == nil || $0.layer == wanted }
        guard !features.isEmpty else { return [] }
        var file = contents
        file.features = features
        let naming = try BoundaryNaming(file, query: query, fileName: log.file)
        let replaced = try await replacedCodes(features.compactMap { naming.code(of: $0) }.map { AreaCode($0) }, store)
        var items: [Item] = []
        var places: [AreaCode: Int] = [:]
        let vintage = options.vintage ?? Area.unstatedVintage
        for feature in features {
            guard let boundary = feature.geometry else { continue }
            guard let text = naming.code(of: feature) else {
                log.error(
                    "missing-code", row: feature.number, "the feature has no area code",
                    remedy: "Name the property that holds it with --code-property.")
                continue
            }
            let code = AreaCode(text)
            if let first = places[code] {
                log.error(
                    "duplicate-code", row: feature.number, value: text, "feature \(first) has the same code",
                    remedy: "Give each area one feature, a multi-polygon if need be.")
                continue
            }
            guard let type = query.areaType ?? AreaType(of: code) else {
                log.error(
                    "unknown-level", row: feature.number, value: text, "the code does not tell the level of geography",
                    remedy: "Say it with --type.")
                continue
            }
            if let told = AreaType(of: code), told != type {
                log.error(
                    "level-contradicts-code", row: feature.number, value: text,
                    "the code is of a \(told.label), not of a \(type.label)",
                    remedy: "Leave --type out, or give the areas codes of your own.")
                continue
            }
            if let sentence = replaced[code] {
                log.error(
                    "superseded-area", row: feature.number, value: text, sentence,
                    remedy: "Figures for old codes are resolved without their boundaries.")
                continue
            }
            places[code] = feature.number
            let area = Area(code: code, name: naming.name(of: feature) ?? code.rawValue, type: type, vintage: vintage)
            items.append(Item(number: feature.number, area: area, boundary: boundary))
        }
        if let system = contents.crs, system.isInMetres {
            let originals = items.map(\.boundary)
            let transformed = try await store.read { reader in
                try originals.map { try reader.transformed($0, from: system) }
            }
            for index in items.indices { items[index].boundary = transformed[index] }
        }
        try await remarkOnForeignGround(items, store: store, log: &log)
        return items
    }

    /// The codes of districts and wider areas that are not held because others took their place, with what became of them.
    private static func replacedCodes(_ codes: [AreaCode], _ store: SpatialStore) async throws -> [AreaCode: String] {
        let candidates = codes.filter { AreaType(of: $0).map(AreaType.embedded.contains) ?? false }
        return try await store.read { reader in
            try candidates.reduce(into: [:]) { found, code in
                guard try reader.area(code) == nil else { return }
                found[code] = try reader.successions(ofCode: code).first?.sentence.withoutFullStop
            }
        }
    }

    /// Says how many boundaries lie wholly outside the country that the store holds: a sign of swapped axes, or of a
    /// wrong file.
    private static func remarkOnForeignGround(_ items: [Item], store: SpatialStore, log: inout ImportLog) async throws {
        guard let country = try await store.read({ try $0.boundingBox(of: .country, detail: .full) }) else { return }
        let outside = items.filter { !$0.boundary.boundingBox.intersects(country) }
        guard let first = outside.first else { return }
        log.note(
            "outside-country", row: first.number, value: first.area.code.rawValue,
            "\(outside.count) of \(items.count) boundaries lie wholly outside England, this one first",
            remedy: "Check the file where that is not meant.")
    }

    /// Puts what GEOS made of broken geometries in their place, and leaves out what it could not mend.
    private static func repair(_ items: inout [Item], _ faults: [GeometryChecker.Fault], log: inout ImportLog) {
        var lost: Set<Int> = []
        for fault in faults {
            let item = items[fault.index]
            guard let repaired = fault.repaired, !repaired.isEmpty else {
                lost.insert(fault.index)
                log.error(
                    "invalid-geometry", row: item.number, value: item.area.code.rawValue,
                    "the boundary is not valid and could not be repaired: \(fault.reason)")
                continue
            }
            items[fault.index].boundary = repaired
            log.warning(
                "invalid-geometry", row: item.number, value: item.area.code.rawValue,
                "the boundary was not valid and was repaired: \(fault.reason)", remedy: "Compare it on a map.")
        }
        items = items.enumerated().filter { !lost.contains($0.offset) }.map(\.element)
    }
}
