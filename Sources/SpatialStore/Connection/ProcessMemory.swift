import CSpatiaLite

/// How the process takes memory from the system.
package enum ProcessMemory {
    /// Lets all threads share two heaps. Left alone, GNU's C library gives each thread its own and does not take back
    /// what one of them has freed, so that a server with many threads grows to several times of what it holds.
    package static func keepTogether() { hlgeo_share_heaps() }
}
