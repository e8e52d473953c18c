import BoundaryTopology
import GeographyModel
import Testing

@Suite struct NeighboursTests {
    @Test func `cells of a board have the neighbours that a queen reaches`() throws {
        let neighbours = try ArcNetwork(RandomPartition(cells: 3, seed: 7).areas).neighbours()
        #expect(neighbours[0] == [1, 3, 4])
        #expect(neighbours[1] == [0, 2, 3, 4, 5])
        #expect(neighbours[4] == [0, 1, 2, 3, 5, 6, 7, 8])
    }

    @Test func `an enclave and an island have one neighbour and none`() throws {
        let areas = [
            shape([square(0, 0, side: 9), square(3, 3, side: 2)]), shape([square(3, 3, side: 2)]),
            shape([square(30, 0, side: 1)]), MultiPolygon(),
        ]
        #expect(try ArcNetwork(areas).neighbours() == [[1], [0], [], []])
    }

    @Test(arguments: [3, 4] as [UInt64]) func `generalising changes no neighbourhood of joined areas`(seed: UInt64)
        throws
    {
        let network = try ArcNetwork(RandomPartition(cells: 4, seed: seed).areas)
        #expect(network.generalised(tolerance: 2000).neighbours() == network.neighbours())
    }
}
