/// What the queryables on the initiatives of an area have in common.
enum InitiativesOfArea {
    /// The initiatives that cover the whole area, as the end of a subquery to which conditions can be added.
    static let covering: SQLFragment = """
        FROM area_initiative JOIN initiative ON initiative.initiative_key = area_initiative.initiative_key
        WHERE area_initiative.area_key = area.area_key AND area_initiative.reach = 'whole'
        """

    /// Whether an initiative names less than the country.
    static let isLocal: SQLFragment = """
        NOT EXISTS (SELECT 1 FROM initiative_area JOIN area AS named ON named.area_key = initiative_area.area_key \
        WHERE initiative_area.initiative_key = initiative.initiative_key AND named.area_type = 'country')
        """
}
