import Foundation
import Testing

@testable import Datasets

@Suite struct `The folders for data` {
    private let everything = [
        "HOME": "/home/ada", "NNBOARD_DATA": "/mine", "XDG_DATA_HOME": "/xdg", "KERAS_HOME": "/keras",
    ]

    @Test func `are asked in order: option, NNBOARD_DATA, XDG, Keras`() {
        let all = DataLocations(option: "/option", environment: everything)
        #expect(all.folders == ["/option", "/mine", "/xdg/nnboard", "/keras/datasets"])
        let plain = DataLocations(environment: ["HOME": "/home/ada"])
        #expect(plain.folders == ["/home/ada/.local/share/nnboard", "/home/ada/.keras/datasets"])
    }

    @Test func `take an empty variable for none`() {
        let empty = DataLocations(
            environment: [
                "HOME": "/home/ada", "NNBOARD_DATA": "", "XDG_DATA_HOME": "", "KERAS_HOME": "",
                "NNBOARD_MIRROR": "",
            ])
        #expect(empty == DataLocations(environment: ["HOME": "/home/ada"]))
        #expect(empty.mirror == nil)
    }

    @Test func `take downloads where they were named first, or else in nnboard's own`() {
        var environment = everything
        #expect(DataLocations(option: "/option", environment: environment).downloads == "/option")
        #expect(DataLocations(environment: environment).downloads == "/mine")
        environment["NNBOARD_DATA"] = nil
        #expect(DataLocations(environment: environment).downloads == "/xdg/nnboard")
    }

    @Test func `are those that are named, for who has no home folder`() {
        let none = DataLocations(environment: [:])
        #expect(none.folders == [] && none.downloads == nil)
        #expect(DataLocations(option: "/option", environment: ["HOME": ""]).folders == ["/option"])
        #expect(throws: DownloadError.noFolder) { try Catalog.fetch("reuters", to: none) { _ in } }
    }

    @Test func `are below the home folder that the system knows, where HOME is not set`() throws {
        let folder = try TemporaryFolder()
        for environment in [[:], ["HOME": ""]] {
            #expect(HomeFolder.path(environment: environment) { folder.path } == folder.path)
            for other in ["/nonexistent", "", "relative", nil] {
                #expect(HomeFolder.path(environment: environment) { other } == nil)
            }
        }
        #expect(HomeFolder.path(environment: ["HOME": "/home/ada"]) { folder.path } == "/home/ada")
        #expect(HomeFolder.inDatabase() == NSHomeDirectoryForUser(NSUserName()))
    }

    @Test func `give the first file of a name`() throws {
        let one = try TemporaryFolder()
        let two = try TemporaryFolder()
        let locations = DataLocations(option: one.path, environment: ["HOME": "/", "NNBOARD_DATA": two.path])
        let file = RemoteFile(name: "x", address: "", sha256: "", bytes: 0)
        #expect(locations.path(of: "x") == nil)
        #expect(!locations.have([file]))
        #expect(locations.have([]))
        try two.write([], to: "x")
        #expect(locations.path(of: "x") == two.path + "/x")
        try one.write([], to: "x")
        #expect(locations.path(of: "x") == one.path + "/x")
        #expect(try locations.requiredPath(of: file, dataset: "d") == one.path + "/x")
        #expect(locations.have([file]))
    }
}
