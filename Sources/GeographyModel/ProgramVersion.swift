/// The version of the program and the library, as they say it of themselves.
package enum ProgramVersion {
    /// The version (https://semver.org).
    package static let text = "0.1.0"
}
