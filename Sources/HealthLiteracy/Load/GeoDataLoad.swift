import GeographyModel
import SourceReaders
import SpatialStore

/// Lays the embedded data set over a store, file by file.
struct GeoDataLoad {
    /// How far boundaries are generalised for maps of the country, in metres.
    static let mapTolerance = 250.0

    let folder: GeoDataFolder

    /// Writes everything; the store's other contents stay.
    func write(into writer: StoreWriter) throws {
        try places(writer)
        try boundaries(writer)
        try nesting(writer)
        try covariates(writer)
        try comparing(writer)
        try figures(writer)
        try model(writer)
        try modelled(writer)
        try initiatives(writer)
    }

    private func begin(_ source: DataSource, _ writer: StoreWriter) throws -> StoreWriter.SourceKey {
        let key = try writer.put(source)
        try writer.clearRows(from: key)
        return key
    }

    private func places(_ writer: StoreWriter) throws {
        let (rows, source) = try folder.rows("areas")
        let key = try begin(source, writer)
        for row in rows {
            let area = Area(
                code: AreaCode(try row.required("area_code")), name: try row.required("area_name"),
                type: AreaType(rawValue: try row.required("area_type")), vintage: try row.required("vintage"))
            try writer.put(area, aliases: row.field("nhs_code").map { [$0] } ?? [], from: key)
            if let column = row.field("hex_q").flatMap(Int.init), let line = row.field("hex_r").flatMap(Int.init) {
                try writer.setHexagon(column: column, row: line, of: area.code)
            }
        }
    }

    private func boundaries(_ writer: StoreWriter) throws {
        let (file, resource) = try folder.file("boundaries")
        let key = try begin(folder.source(resource), writer)
        let features = try BoundaryReader.read(file).features
        let codes = try features.map { feature in
            guard let id = feature.id else {
                throw GeodataError(.inputMalformed, "A boundary has no code.", remedy: "Restore the GeoData folder.")
            }
            return AreaCode(id)
        }
        let boundaries = features.map { $0.geometry ?? MultiPolygon() }
        let generalised = try GeneralisedBoundaries(boundaries, tolerance: Self.mapTolerance)
        let held = try writer.reader.boundarySources()
        try writer.withDeferredSpatialIndex {
            for (index, code) in codes.enumerated() where !DataSource.isImportedFile(held[code] ?? "") {
                try writer.setBoundary(StoredBoundary(boundaries[index]), of: code, from: key)
                try writer.setGeneralised(generalised.encoded(index), of: code)
            }
        }
    }

    private func nesting(_ writer: StoreWriter) throws {
        let (memberships, membershipSource) = try folder.rows("memberships")
        let membershipKey = try begin(membershipSource, writer)
        for row in memberships {
            try writer.put(
                AreaMembership(
                    child: AreaCode(try row.required("child_code")), parent: AreaCode(try row.required("parent_code")),
                    share: Double(try row.required("share")) ?? 0, isBestFit: try row.required("is_best_fit") == "true"),
                from: membershipKey)
        }
        let (successions, successionSource) = try folder.rows("succession")
        let successionKey = try begin(successionSource, writer)
        for row in successions {
            try writer.put(
                AreaSuccession(
                    oldCode: AreaCode(try row.required("old_code")), oldName: try row.required("old_name"),
                    newCode: AreaCode(try row.required("new_code")),
                    kind: AreaSuccession.Kind(rawValue: try row.required("kind")) ?? .split,
                    weight: Double(try row.required("weight")) ?? 0,
                    firstYear: row.field("first_year").flatMap(Int.init),
                    lastYear: row.field("last_year").flatMap(Int.init)),
                population: row.field("pop_16_64").flatMap(Int.init), from: successionKey)
        }
    }

    private func covariates(_ writer: StoreWriter) throws {
        let (_, resource) = try folder.file("covariates")
        let (rows, source) = try folder.rows("covariates")
        let key = try begin(source, writer)
        let fields = resource.schema.fields.filter { $0.name != "area_code" }
        for field in fields {
            try writer.put(Covariate(id: field.name, title: field.title, unit: field.unit ?? "number"))
        }
        for row in rows {
            let code = AreaCode(try row.required("area_code"))
            for field in fields {
                guard let value = Double(try row.required(field.name)) else {
                    throw GeodataError(.inputMalformed, "\(field.name) of \(code) is not a number.")
                }
                try writer.put(value, of: field.name, for: code, from: key)
            }
        }
    }

    private func comparing(_ writer: StoreWriter) throws {
        let (centroids, centroidSource) = try folder.rows("population-centroids")
        let centroidKey = try begin(centroidSource, writer)
        for row in centroids {
            guard let longitude = Double(try row.required("longitude")),
                let latitude = Double(try row.required("latitude"))
            else {
                throw GeodataError(.inputMalformed, "A centroid is no place.", remedy: "Restore the GeoData folder.")
            }
            try writer.setPopulationCentroid(
                Position(longitude: longitude, latitude: latitude), of: AreaCode(try row.required("area_code")),
                from: centroidKey)
        }
        let (lists, listSource) = try folder.rows("similar-areas")
        let listKey = try begin(listSource, writer)
        for row in lists {
            let codes = try row.required("similar_codes").split(separator: ";").map { AreaCode(String($0)) }
            try writer.putSimilar(codes, to: AreaCode(try row.required("area_code")), from: listKey)
        }
    }

    private func figures(_ writer: StoreWriter) throws {
        for row in try folder.rows("indicators").rows {
            try writer.put(
                Indicator(
                    id: try row.required("indicator_id"), title: try row.required("title"),
                    unit: try row.required("unit"),
                    polarity: Polarity(rawValue: try row.required("polarity")) ?? .lowIsGood,
                    ageRange: row.field("age_range"), definition: try row.required("definition"),
                    cautions: try row.required("cautions")))
        }
        let (figures, figureSource) = try folder.rows("figures")
        var sources: [String: StoreWriter.SourceKey] = [:]
        for row in try folder.rows("editions").rows {
            let edition = try Self.edition(row)
            let id = "published/\(edition.indicatorID)/\(edition.id)"
            sources[id] = try begin(
                DataSource(
                    id: id, title: edition.citation ?? edition.title, publisher: edition.producer,
                    licence: try row.required("licence"), address: row.field("address"), vintage: edition.vintage,
                    sha256: figureSource.sha256), writer)
            if let key = sources[id] { try writer.put(edition, from: key) }
        }
        for row in figures {
            let (indicator, edition) = (try row.required("indicator_id"), try row.required("edition_id"))
            guard let key = sources["published/\(indicator)/\(edition)"] else {
                throw GeodataError(.inputMalformed, "A figure names the edition \(edition), which is not listed.")
            }
            try writer.put(
                Estimate(
                    area: AreaCode(try row.required("area_code")), value: Double(try row.required("value"))),
                indicator: indicator, edition: edition, from: key)
        }
    }

    private static func edition(_ row: [String: String]) throws -> Edition {
        Edition(
            id: try row.required("edition_id"), indicatorID: try row.required("indicator_id"),
            title: try row.required("title"), producer: row.field("producer"), vintage: row.field("vintage"),
            method: row.field("method"), isModelled: try row.required("is_modelled") == "true",
            populationBase: row.field("population_base"), citation: row.field("citation"))
    }

    private func model(_ writer: StoreWriter) throws {
        let (coefficients, source) = try folder.rows("model-coefficients")
        var posterior = ModelPosterior()
        for row in coefficients {
            posterior.terms[try row.required("term")] = .init(
                mean: Double(try row.required("mean")) ?? .nan,
                standardDeviation: Double(try row.required("sd")) ?? .nan)
        }
        for row in try folder.rows("model-covariance").rows {
            let term = try row.required("term")
            for (column, value) in row where column != "term" {
                posterior.covariance[term, default: [:]][column] = Double(value)
            }
        }
        try writer.put(posterior, from: try begin(source, writer))
    }

    private func modelled(_ writer: StoreWriter) throws {
        let covariates = try folder.rows("covariates").source
        let coefficients = try folder.rows("model-coefficients").source
        let source = DataSource(
            id: ModelledEdition.sourceID, title: ModelledEdition.sourceTitle, publisher: "health-literacy-geodata",
            licence: covariates.licence, address: coefficients.address, vintage: covariates.vintage,
            attribution: covariates.attribution, sha256: covariates.sha256)
        let edition = try ModelledEdition(reader: writer.reader)
        try edition.write(into: writer, from: try begin(source, writer))
    }

    private func initiatives(_ writer: StoreWriter) throws {
        let (file, resource) = try folder.file("initiatives")
        let key = try begin(folder.source(resource), writer)
        var rows = try InitiativeRows(file)
        let directory = AreaDirectory(reader: writer.reader)
        let held = try writer.reader.initiativeSources()
        let deleted = try writer.reader.deletedFeatures(of: "initiatives")
        while let initiative = try rows.next(directory) {
            // What users put in its place, or took out on purpose, stays so.
            if DataSource.isBroughtByUser(held[initiative.id] ?? "") || deleted.contains(initiative.id) { continue }
            try writer.put(initiative, from: key)
        }
        if let problem = rows.diagnostics.first(where: { $0.severity == .error }) {
            throw GeodataError(.inputMalformed, "\(problem)", remedy: "Restore the GeoData folder.")
        }
    }
}
