/// The releases of the embedded data set: which published figures make up which edition.
struct PublishedRelease {
    var indicator: String
    var id: String
    var title: String
    var producer: String
    var vintage: String
    var method: String
    var isModelled: Bool
    var populationBase = "pop_16_64"
    var citation: String
    var address: String
    var licence: Licence = .citedFacts
    /// How the source words what is measured, and its vintage.
    var measure: String
    var sourceVintage: String

    func holds(measure: String, vintage: String) -> Bool {
        measure.hasPrefix(self.measure) && vintage.hasPrefix(sourceVintage)
    }

    private static let tool = "http://healthliteracy.geodata.uk/"
    private static let toolMethod = "Multilevel model of the Skills for Life Survey 2011 applied to census counts"
    private static let rowlands2015 =
        "Rowlands et al. (2015), A mismatch between population health literacy and the complexity of health information, British Journal of General Practice"

    static let library = PublishedRelease(
        indicator: "library-within-30-minutes", id: "ons-2024-05", title: "ONS, May 2024",
        producer: "Office for National Statistics", vintage: "May 2024",
        method: "Walking times over the road and path network from where residents live", isModelled: false,
        populationBase: "pop_2021",
        citation: "ONS (2024), Residents within a 30 minute walk of their nearest library",
        address: "https://www.ons.gov.uk/explore-local-statistics/", licence: .openGovernment,
        measure: "none of the health literacy figures", sourceVintage: "2024-05")

    static let all: [PublishedRelease] = [
        PublishedRelease(
            indicator: "low-health-literacy", id: "geodata-tool-1",
            title: "University of Southampton tool, first edition",
            producer: "University of Southampton", vintage: "2011 census, ages 16 to 64", method: toolMethod,
            isModelled: true, citation: "Health literacy geodata tool, first edition", address: tool,
            measure: "low health literacy alone (16-64)", sourceVintage: "tool v1"),
        PublishedRelease(
            indicator: "low-health-literacy-numeracy", id: "geodata-tool-1",
            title: "University of Southampton tool, first edition", producer: "University of Southampton",
            vintage: "2011 census, ages 16 to 64", method: toolMethod, isModelled: true,
            citation: "Health literacy geodata tool, first edition", address: tool,
            measure: "low health literacy and numeracy combined (16-64)", sourceVintage: "tool v1"),
        PublishedRelease(
            indicator: "low-health-literacy", id: "geodata-tool-2",
            title: "University of Southampton tool, current edition", producer: "University of Southampton",
            vintage: "2021 census, IMD 2019, ages 16 to 65", method: toolMethod, isModelled: true,
            citation: "Health literacy geodata tool, current edition", address: tool,
            measure: "low health literacy alone (16-65)", sourceVintage: "tool v2"),
        PublishedRelease(
            indicator: "low-health-literacy-numeracy", id: "geodata-tool-2",
            title: "University of Southampton tool, current edition", producer: "University of Southampton",
            vintage: "2021 census, IMD 2019, ages 16 to 65", method: toolMethod, isModelled: true,
            citation: "Health literacy geodata tool, current edition", address: tool,
            measure: "low health literacy and numeracy combined (16-65)", sourceVintage: "tool v2"),
        PublishedRelease(
            indicator: "below-health-literacy-threshold", id: "rowlands-2018",
            title: "Rowlands, Whitney and Moon 2018", producer: "Rowlands, Whitney and Moon",
            vintage: "2018, ages 16 to 65", method: "Synthetic estimates for 32,845 LSOAs, unweighted mean",
            isModelled: true,
            citation:
                "Rowlands, Whitney and Moon (2018), Developing and applying geographical synthetic estimates of health literacy in GP clinical systems",
            address: "https://pmc.ncbi.nlm.nih.gov/articles/PMC6121561", measure: "below health literacy threshold",
            sourceVintage: "Rowlands, Whitney & Moon 2018"),
        PublishedRelease(
            indicator: "low-health-literacy", id: "skills-for-life-2011", title: "Skills for Life Survey 2011",
            producer: "Rowlands et al.", vintage: "2011, ages 16 to 65",
            method: "Survey, 2515 of 5795 people below the text-only threshold", isModelled: false,
            citation: rowlands2015, address: "https://pmc.ncbi.nlm.nih.gov/articles/PMC4439828",
            measure: "below text-only threshold (16-65), 2515/5795", sourceVintage: "SfL 2011"),
        PublishedRelease(
            indicator: "low-health-literacy-numeracy", id: "skills-for-life-2011",
            title: "Skills for Life Survey 2011", producer: "Rowlands et al.", vintage: "2011, ages 16 to 65",
            method: "Survey, 2905 of 4767 people below the threshold of text with numbers", isModelled: false,
            citation: rowlands2015, address: "https://pmc.ncbi.nlm.nih.gov/articles/PMC4439828",
            measure: "below text+numeracy threshold (16-65), 2905/4767", sourceVintage: "SfL 2011"),
        PublishedRelease(
            indicator: "low-health-literacy", id: "skills-for-life-2011-regions",
            title: "Skills for Life Survey 2011, regions", producer: "Keele University", vintage: "2011, ages 16 to 65",
            method: "Survey, regional share below the text-only threshold", isModelled: false,
            citation: "Keele University, summary of 2012", address: "https://www.keele.ac.uk/",
            measure: "below text-only threshold (16-65)", sourceVintage: "SfL 2011 (Keele"),
        PublishedRelease(
            indicator: "low-health-literacy", id: "phe-ucl-2015", title: "Public Health England and UCL 2015",
            producer: "Public Health England and UCL Institute of Health Equity", vintage: "2015, ages 16 to 65",
            method: "Quoted at second hand", isModelled: false,
            citation: "PHE and UCL IHE (2015), Improving health literacy to reduce health inequalities",
            address: "https://www.activematters.org/improving-health-literacy-to-reduce-health-inequalities/",
            measure: "unable to understand everyday health information", sourceVintage: "PHE/UCL"),
        PublishedRelease(
            indicator: "low-health-literacy-numeracy", id: "coventry-and-warwickshire-library",
            title: "Coventry and Warwickshire NHS library page",
            producer: "Coventry and Warwickshire Partnership Trust",
            vintage: "not stated", method: "Not stated on the page", isModelled: true,
            citation: "Coventry and Warwickshire Partnership Trust, Health literacy",
            address: "https://cwpt.wordpress.ptfs-europe.co.uk/health-literacy",
            measure: "struggle with written and numerical health information", sourceVintage: "not stated"),
        PublishedRelease(
            indicator: "low-health-literacy-numeracy", id: "joined-up-care-derbyshire",
            title: "Joined Up Care Derbyshire page", producer: "Joined Up Care Derbyshire", vintage: "page of May 2024",
            method: "Stated as about 6 in 10", isModelled: true,
            citation: "Joined Up Care Derbyshire, What is health literacy?",
            address:
                "https://joinedupcarederbyshire.co.uk/stay-well/quality-conversations-personalisation/health-literacy/what-is-health-literacy/",
            measure: "low health literacy and numeracy", sourceVintage: "page updated"),
        PublishedRelease(
            indicator: "limited-health-literacy-nvs", id: "stoke-nvs-2016",
            title: "Protheroe et al. 2016, Stoke-on-Trent",
            producer: "Keele University", vintage: "2016, adults", method: "Newest Vital Sign survey, 972 people",
            isModelled: false, citation: "Protheroe et al. (2016)",
            address: "https://eprints.keele.ac.uk/id/eprint/1392/",
            measure: "limited health literacy (NVS", sourceVintage: "NVS survey"),
        PublishedRelease(
            indicator: "low-health-literacy-nvs", id: "stoke-nvs-2016", title: "Protheroe et al. 2016, Stoke-on-Trent",
            producer: "Keele University", vintage: "2016, adults", method: "Newest Vital Sign survey, 972 people",
            isModelled: false, citation: "Protheroe et al. (2016)",
            address: "https://eprints.keele.ac.uk/id/eprint/1392/",
            measure: "low health literacy (NVS low)", sourceVintage: "NVS survey"),
        PublishedRelease(
            indicator: "inadequate-health-literacy-survey", id: "stoke-ccg", title: "Stoke-on-Trent CCG survey",
            producer: "Stoke-on-Trent CCG", vintage: "not stated", method: "Survey that the CCG commissioned",
            isModelled: false, citation: "Stoke-on-Trent CCG, What you need to know: health literacy",
            address: "https://stokeccg.nhs.uk/stoke-your-services/what-you-need-to-know/health-literacy",
            measure: "inadequate health literacy", sourceVintage: "CCG-commissioned"),
        library,
    ]
}
