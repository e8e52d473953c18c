import Testing

@testable import FeatureServer

/// Which paths a template stands for.
struct PathPatternTests {
    @Test(
        arguments: [
            ("/", [], [:]), ("/", ["a"], nil), ("/a/b", ["a", "b"], [:]), ("/a/b", ["a"], nil),
            ("/a/b", ["a", "c"], nil),
            ("/a/{id}", ["a", "x y"], ["id": "x y"]), ("/a/{id}", ["a"], nil), ("/a/{id}/b", ["a", "1", "c"], nil),
            ("/a/{id}/b/{it}", ["a", "1", "b", "2"], ["id": "1", "it": "2"]),
            ("/a/{rest*}", ["a", "1", "2"], ["rest": "1/2"]), ("/a/{rest*}", ["a"], nil),
            ("/a/{id}/{rest*}", ["a", "1", "2", "3"], ["id": "1", "rest": "2/3"]),
        ] as [(String, [String], [String: String]?)])
    func `a path fits or does not`(_ template: String, _ path: [String], _ names: [String: String]?) {
        #expect(PathPattern(template).match(path) == names)
    }
}
