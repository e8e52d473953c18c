import GeographyModel

extension Position {
    /// Whether the place lies in Britain once longitude and latitude are exchanged; as it stands, it is in the Indian
    /// Ocean.
    var hasSwappedAxes: Bool { (49...61).contains(longitude) && (-9...2.5).contains(latitude) }
}
