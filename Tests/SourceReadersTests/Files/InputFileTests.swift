import Foundation
import GeographyModel
import SourceReaders
import Testing

@Suite struct InputFileTests {
    /// Made with Python's `gzip.compress(…, mtime=0)`: a header line, and a row.
    private static let header: [UInt8] = [
        31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 75, 206, 79, 73, 213, 41, 75, 204, 41, 77, 229, 2, 0, 106, 23, 120, 177, 11, 0,
        0, 0,
    ]
    private static let row: [UInt8] = [
        31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 115, 53, 176, 52, 0, 1, 67, 29, 67, 46, 0, 91, 163, 21, 150, 12, 0, 0, 0,
    ]

    /// The checksums are those of `sha256sum`.
    @Test func `a plain file is read as it stands`() throws {
        let text = Array("code,value\nE09000001,1\n".utf8)
        try withTemporaryFile(text) { path in
            let file = try InputFile(path: path)
            #expect(file.name == path)
            #expect(file.bytes == text)
            #expect(file.size == text.count)
            #expect(!file.isCompressed)
            #expect(file.sha256 == "c65eff09a708009458828ec457ff59b28005f2c04fef8b1232ab6c4f8110c0e6")
        }
    }

    @Test func `gzip of several members is inflated, and its checksum is that of the file on disk`() throws {
        try withTemporaryFile(Self.header + Self.row) { path in
            let file = try InputFile(path: path)
            #expect(String(decoding: file.bytes, as: UTF8.self) == "code,value\nE09000001,1\n")
            #expect(file.isCompressed)
            #expect(file.size == 60)
            #expect(file.sha256 == "1707e6190b2e32acd533a2616edced0fa96a04b134f8520aebf3639da6eeead5")
        }
    }

    @Test func `zeros after the last gzip member are padding`() throws {
        let file = try InputFile(name: "a.gz", stored: Self.row + [0, 0, 0])
        #expect(String(decoding: file.bytes, as: UTF8.self) == "E09000001,1\n")
    }

    @Test(arguments: 2..<29)
    func `gzip that is cut short is refused wherever it is cut`(length: Int) throws {
        let error = geodataError { _ = try InputFile(name: "cut.gz", stored: Array(Self.row.prefix(length))) }
        #expect(try #require(error).code == .inputMalformed)
        #expect(try #require(error).message.contains("cut short"))
    }

    @Test(arguments: [10, 14, 22, 26])
    func `gzip with a wrong byte is refused`(place: Int) throws {
        var damaged = Self.row
        damaged[place] ^= 0xFF
        let error = geodataError { _ = try InputFile(name: "bad.gz", stored: damaged) }
        #expect(try #require(error).code == .inputMalformed)
    }

    @Test func `gzip that inflates beyond the limit is refused`() throws {
        let error = geodataError { _ = try InputFile(name: "bomb.gz", stored: Self.row, sizeLimit: 11) }
        #expect(try #require(error).message.contains("more than 11 bytes"))
        #expect(throws: Never.self) { _ = try InputFile(name: "fits.gz", stored: Self.row, sizeLimit: 12) }
    }

    @Test func `what is not there, or is a directory, is missing`() throws {
        let directory = FileManager.default.temporaryDirectory
        let absent = geodataError { _ = try InputFile(path: directory.appending(path: UUID().uuidString).path) }
        #expect(try #require(absent).code == .inputMissing)
        let folder = geodataError { _ = try InputFile(path: directory.path) }
        #expect(try #require(folder).code == .inputMissing)
        #expect(try #require(folder).message.contains("is a directory"))
    }

    @Test(.enabled("the superuser may read everything") { geteuid() != 0 })
    func `a file without read permission is missing`() throws {
        try withTemporaryFile([65]) { path in
            try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
            let error = geodataError { _ = try InputFile(path: path) }
            #expect(try #require(error).code == .inputMissing)
            #expect(try #require(error).message.contains("permission"))
        }
    }

    @Test(
        arguments: [
            ("empty", [], "is empty"),
            ("zip", Array("PK\u{3}\u{4}\u{14}\0readme.txt".utf8), "a zip archive"),
            ("workbook", Array("PK\u{3}\u{4}\u{14}\0[Content_Types].xml".utf8), "an Excel workbook"),
            ("pdf", Array("%PDF-1.7\n".utf8), "a PDF document"),
            ("shapefile", [0, 0, 0x27, 0x0A, 0, 0], "a shapefile"),
            ("geopackage", Array("SQLite format 3\0".utf8), "an SQLite database"),
            ("web page", Array("\n<!DOCTYPE HTML><html>".utf8), "a web page"),
            ("kml", Array("\u{FEFF}<?xml version=\"1.0\"?><kml>".utf8), "XML"),
            ("tar", Array(repeating: UInt8(65), count: 257) + Array("ustar\0".utf8), "a tar archive"),
        ] as [(String, [UInt8], String)])
    func `a file of another kind is refused with a way out`(label: String, bytes: [UInt8], what: String) throws {
        let error = try #require(geodataError { _ = try InputFile(name: "data", stored: bytes) })
        #expect(error.code == .inputMalformed)
        #expect(error.message.contains(what))
        #expect(error.remedy?.isEmpty == false)
    }
}
