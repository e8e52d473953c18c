package import GeographyModel
package import QueryEngine

/// One page of a collection, found but not read, with what must be said about it.
package struct FoundPage {
    /// The state of the store that the page is of.
    package let revision: Int
    /// What the reader must know.
    package let notes: [Note]
    /// Who must be named where the features are shown.
    package let attribution: String
    /// The features.
    package let selection: FeatureSelection
    let reader: CollectionReader

    /// Reads features of the page, in its order.
    ///
    /// - Parameter places: Which of them, counted from 0.
    /// - Throws: ``GeodataError`` `timeBudgetSpent`.
    package func features(at places: [Int]) throws -> [Feature] { try reader.features(selection, at: places) }

    /// Reads all features of the page.
    ///
    /// - Throws: ``GeodataError`` `timeBudgetSpent`.
    package func page() throws -> FeaturePage { try reader.page(selection) }
}
