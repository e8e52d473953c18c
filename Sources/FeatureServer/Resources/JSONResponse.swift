import FeatureFormats
import GeographyModel

extension ServerResponse {
    /// A JSON document.
    static func json(_ members: [Property], type: String = "application/json") -> ServerResponse {
        ServerResponse(
            headers: [("Content-Type", type)], body: Array(JSONDocument(.object(members)).text.utf8))
    }
}
