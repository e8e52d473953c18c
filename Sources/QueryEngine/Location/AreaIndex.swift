import GeographyModel

/// What lookups read: the grid, its cells, and the edges that decide where cells do not.
///
/// A class, so that a copy of ``AreaLocator`` counts one reference rather than one for each array.
final class AreaIndex: Sendable {
    private let grid: LocationGrid
    private let cells: CellIndex
    private let chains: [EdgeChain]
    private let vertices: [Position]
    /// Finds areas by boxes.
    let boxes: BoxSearch

    init(_ rings: AreaRings) {
        grid = LocationGrid(rings)
        let raster = AreaRaster(rings, grid)
        cells = CellIndex(raster.runs, grid)
        chains = raster.chains
        vertices = rings.vertices
        boxes = BoxSearch(rings)
    }

    /// The memory of all arrays, in bytes.
    var memoryInBytes: Int {
        func bytes<Element>(_ array: [Element]) -> Int { array.count * MemoryLayout<Element>.stride }
        return bytes(cells.codes) + bytes(cells.candidates) + bytes(chains) + bytes(vertices) + boxes.memoryInBytes
    }

    /// Runs `body` with the arrays as plain memory.
    @inline(__always)
    func withLookup<Result>(_ body: (AreaLookup) -> Result) -> Result {
        cells.codes.withUnsafeBufferPointer { codes in
            cells.candidates.withUnsafeBufferPointer { candidates in
                chains.withUnsafeBufferPointer { chains in
                    vertices.withUnsafeBufferPointer { vertices in
                        body(
                            AreaLookup(
                                grid: grid, codes: codes, candidates: candidates, chains: chains, vertices: vertices))
                    }
                }
            }
        }
    }
}
