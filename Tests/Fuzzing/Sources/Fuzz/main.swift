#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import LibFuzzer

// `Fuzz TARGET [ARGUMENT…]`: everything after the target is libFuzzer's.
let words = CommandLine.arguments
guard words.count > 1, FuzzTarget(rawValue: words[1]) != nil else {
    print("usage: Fuzz \(FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")) [ARGUMENT…]")
    exit(64)
}
// libFuzzer may read its arguments as long as the program lives.
let arguments = UnsafeMutableBufferPointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: words.count)
_ = arguments.initialize(from: ([words[0]] + words.dropFirst(2)).map { strdup($0) } + [nil])
exit(
    runLibFuzzer(Int32(words.count - 1), arguments.baseAddress) { data, size in
        FuzzTarget.chosen.take(UnsafeBufferPointer(start: data, count: size))
        return 0
    })
