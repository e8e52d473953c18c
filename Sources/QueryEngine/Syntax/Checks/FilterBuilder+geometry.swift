import GeographyModel

extension FilterBuilder {
    /// A line that may be one.
    func line(_ places: [FilterGeometry.Coordinate], at offset: Int) throws -> [FilterGeometry.Coordinate] {
        guard places.count >= 2 else {
            throw source.invalid("a line of fewer than 2 places", at: offset, remedy: "Give the line 2 places or more.")
        }
        return places
    }

    /// A ring of a polygon that may be one.
    func ring(_ places: [FilterGeometry.Coordinate], at offset: Int) throws -> [FilterGeometry.Coordinate] {
        guard places.count >= 4 else {
            throw source.invalid(
                "a ring of fewer than 4 places", at: offset,
                remedy: "Give the ring 3 places or more and then the first again.")
        }
        guard places.first == places.last else {
            throw source.invalid("a ring that is not closed", at: offset, remedy: "End the ring where it begins.")
        }
        return places
    }

    /// A box from west, south, east and north, with or without heights.
    func box(_ numbers: [Double], at offset: Int) throws -> FilterBranch {
        guard numbers.count == 4 || numbers.count == 6 else {
            throw source.invalid(
                "a box of \(FilterSource.count(numbers.count, "number"))", at: offset,
                remedy: "Give the box 4 numbers (west, south, east, north), or 6 with the least height third.")
        }
        let half = numbers.count / 2
        // Which side may be the greater depends on the order of the axes, which the text does not tell.
        var box = FilterBox(west: numbers[0], south: numbers[1], east: numbers[half], north: numbers[half + 1])
        if half == 3 {
            guard numbers[2] <= numbers[5] else {
                throw source.invalid(
                    "a box whose least height is above its greatest", at: offset,
                    remedy: "Write the least height third and the greatest sixth.")
            }
            box.heights = numbers[2]...numbers[5]
        }
        return leaf(.box(box), at: offset)
    }

    /// Geometries together as one, which is a level above them.
    func collection(_ parts: [FilterBranch], at offset: Int) throws -> FilterBranch {
        let geometries = try parts.map { part in
            guard case .geometry(let geometry) = part.expression.node else {
                throw source.unexpected(
                    part.expression.summary, at: part.start, expected: "a geometry",
                    remedy: "A collection holds points, lines, polygons and the like.")
            }
            return geometry
        }
        let height = parts.reduce(1) { max($0, $1.height + 1) }
        guard height <= limits.depth else { throw source.tooDeep(limits.depth, at: offset) }
        return FilterBranch(
            expression: FilterExpression(.geometry(.collection(geometries)), offset: offset), height: height)
    }
}
