import ArgumentParser
import GeographyModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How the program ends: the one table from failures to exit statuses (sysexits.h).
enum ExitStatus: Int32 {
    case usage = 64
    case data = 65
    case noInput = 66
    case software = 70
    case inputOutput = 74
    case tryAgain = 75

    init(_ code: GeodataError.Code) {
        self =
            switch code {
            case .invalidRequest, .invalidFilter, .filterTooLong, .filterTooDeep: .usage
            case .tooManyVertices, .tooManyRows: .usage
            case .timeBudgetSpent: .tryAgain
            case .areaNotFound, .indicatorNotFound, .editionNotFound, .featureNotFound, .noFigures: .data
            case .alreadyExists, .changedMeanwhile, .notAuthorised: .data
            case .inputMalformed, .inputRefused, .unsupportedCRS: .data
            case .storeForeign, .storeCorrupt, .storeNewer, .storeEmpty: .data
            case .inputMissing, .storeMissing: .noInput
            case .storeBusy, .storeExists, .outputFailed: .inputOutput
            case .internal: .software
            }
    }

    /// Says what went wrong and ends the program.
    static func end(with error: any Error) -> Never {
        if let failure = error as? GeodataError {
            Console.complain(failure.description)
            exit(ExitStatus(failure.code).rawValue)
        }
        if error is CancellationError {
            Console.complain("Interrupted; nothing was changed.")
            exit(ExitStatus.software.rawValue)
        }
        // The parser's own: usage errors end with 64, help and version with 0.
        HLGeo.exit(withError: error)
    }
}
