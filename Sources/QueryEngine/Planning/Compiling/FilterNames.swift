/// What the names in a filter mean: the queryables of a collection, or anything at all.
enum FilterNames {
    /// Only these names, with their types.
    case catalogue(QueryableCatalogue, CollectionID)
    /// Any name, which is taken for a column; for filters that are converted without a collection.
    case anything
}
