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
    private let read: (FeatureSelection, [Int]?) throws -> [Feature]

    init(
        revision: Int, notes: [Note], attribution: String, selection: FeatureSelection,
        read: @escaping (FeatureSelection, [Int]?) throws -> [Feature]
    ) {
        self.revision = revision
        self.notes = notes
        self.attribution = attribution
        self.selection = selection
        self.read = read
    }

    /// Reads features of the page, in its order.
    ///
    /// - Parameter places: Which of them, counted from 0.
    /// - Throws: ``GeodataError`` `timeBudgetSpent`.
    package func features(at places: [Int]) throws -> [Feature] { try read(selection, places) }

    /// Reads all features of the page.
    ///
    /// - Throws: ``GeodataError`` `timeBudgetSpent`.
    package func page() throws -> FeaturePage { FeaturePage(selection, try read(selection, nil)) }
}
