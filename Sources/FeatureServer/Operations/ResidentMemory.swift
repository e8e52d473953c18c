#if canImport(Glibc)
    import Glibc
#endif

/// How much memory the process has.
package enum ResidentMemory {
    /// The bytes that are resident now; `nil` where the system does not say (it is read from Linux's `/proc`).
    package static var bytes: Int? {
        #if canImport(Glibc)
            guard let file = fopen("/proc/self/statm", "r") else { return nil }
            defer { fclose(file) }
            var line = [CChar](repeating: 0, count: 128)
            guard fgets(&line, Int32(line.count), file) != nil else { return nil }
            let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
                .split(separator: " ")
            return words.count > 1 ? Int(words[1]).map { $0 * sysconf(Int32(_SC_PAGESIZE)) } : nil
        #else
            return nil
        #endif
    }
}
