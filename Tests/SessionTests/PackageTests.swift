import Foundation
import Testing

/// The files that `make install` and a Debian package install, of the program as the tests have it.
@Suite(.programs) struct `The installed program` {
    private static let files = [
        "bin/nnboard", "share/bash-completion/completions/nnboard",
        "share/fish/vendor_completions.d/nnboard.fish",
        "share/man/man1/nnboard.1.gz",
    ]

    private static let themes: [String] = {
        let folder = URL(filePath: #filePath).appending(path: "../../../themes").standardizedFileURL
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".theme") }.map { "share/nnboard/themes/" + $0 }
    }()

    private static let install = "make -s install BIN=\"$NNBOARD\" DESTDIR=\"$FOLDER/to\" PREFIX=/usr"

    @Test func `comes with its themes, manual and completions, and goes with them`() throws {
        try Shell.inFolder { folder in
            let installed = try Shell(
                Self.install + " && cd \"$FOLDER/to/usr\" && find * -type f", in: folder)
            #expect(installed.status == 0, "\(installed.output)")
            let expected = Self.files + Self.themes + ["share/zsh/site-functions/_nnboard"]
            #expect(Set(installed.lines.dropFirst()) == Set(expected))

            // The light theme is nowhere but in the folder next to the program's.
            let train = "cd \"$FOLDER\"; to/usr/bin/nnboard --theme light --dataset sample --epochs 1"
            let trained = try Shell(train, in: folder)
            #expect(trained.status == 0, "\(trained.output)")
            #expect(trained.output.contains("accuracy"))

            let remove = "make -s uninstall DESTDIR=\"$FOLDER/to\" PREFIX=/usr; find \"$FOLDER/to\" -type f"
            let removed = try Shell(remove, in: folder)
            #expect(removed.status == 0, "\(removed.output)")
            #expect(removed.lines.count == 1, "\(removed.output)")
        }
    }

    @Test func `keeps themes of somebody's own when it goes`() throws {
        try Shell.inFolder { folder in
            let own = "\"$FOLDER/to/usr/share/nnboard/themes/own.theme\""
            let remove = "make -s uninstall DESTDIR=\"$FOLDER/to\" PREFIX=/usr"
            let told = try Shell("\(Self.install); touch \(own); \(remove); ls \(own)", in: folder)
            #expect(told.status == 0, "\(told.output)")
        }
    }

    @Test func `says what is missing where nothing was built`() throws {
        try Shell.inFolder { folder in
            let told = try Shell("DESTDIR=\"$FOLDER\" sh Support/install.sh .build/nosuch", in: folder)
            #expect(told.status == 1)
            #expect(
                told.output == "nnboard: There is no program to install at .build/nosuch: run make build.\n")
        }
    }

    // MARK: As a Debian package

    /// Swift's own libraries, which a debug build is linked with, are in no package; gzip is quicker.
    private static let package = """
        export SHLIBDEPS_FLAGS=--ignore-missing-info DEB_FLAGS='-Zgzip -z1'
        package=$(sh Support/deb.sh "$NNBOARD" "$FOLDER")

        """

    @Test(.enabled(if: Shell.has("dpkg-shlibdeps")))
    func `is a Debian package that says what it needs`() throws {
        try Shell.inFolder { folder in
            let told = try Shell(
                Self.package + """
                    dpkg-deb -f "$package" Package Version Depends Recommends Suggests
                    dpkg-deb -x "$package" "$FOLDER/x"
                    "$FOLDER/x/usr/bin/nnboard" --version
                    dpkg-deb -e "$package" "$FOLDER/e"
                    cd "$FOLDER/x"
                    md5sum --quiet -c ../e/md5sums
                    zcat usr/share/doc/nnboard/changelog.gz | head -n 1
                    find * -type f | wc -l
                    """, in: folder)
            try #require(told.status == 0, "\(told.output)")
            let version = try #require(told.lines.first { $0.hasPrefix("Version: ") }?.dropFirst(9))
            #expect(told.lines.contains("nnboard \(version)"))
            #expect(told.lines.contains { $0.hasPrefix("nnboard (\(version)) ") })
            for library in ["libc6", "libncursesw6", "libtinfo6", "libopenblas0", "zlib1g"] {
                #expect(
                    told.lines.contains { $0.hasPrefix("Depends: ") && $0.contains(library) }, "\(library)")
            }
            #expect(told.lines.contains { $0.hasPrefix("Recommends: ") && $0.contains("libcurl4") })
            // Beside what is installed by hand: a copyright and a list of changes.
            #expect(told.lines.last == "\(Self.files.count + Self.themes.count + 3)", "\(told.output)")
        }
    }

    @Test(.enabled(if: Shell.has("dpkg-shlibdeps") && getuid() == 0))
    func `is installed by dpkg and removed without a trace`() throws {
        try Shell.inFolder { folder in
            let told = try Shell(
                Self.package + """
                    mkdir -p "$FOLDER/root/var/lib/dpkg"
                    touch "$FOLDER/root/var/lib/dpkg/status"
                    (cd "$FOLDER/root" && find . | sort >../before)
                    dpkg="dpkg --root=$FOLDER/root --force-depends --log=/dev/null"
                    $dpkg -i "$package" >"$FOLDER/log" 2>&1 || cat "$FOLDER/log"
                    "$FOLDER/root/usr/bin/nnboard" --version
                    $dpkg --verify nnboard
                    $dpkg -r nnboard >"$FOLDER/log" 2>&1 || cat "$FOLDER/log"
                    cd "$FOLDER/root" && find . -path ./var/lib/dpkg -prune -o -type f -print
                    ls -d usr || true
                    """, in: folder)
            #expect(told.status == 0)
            #expect(told.lines.count == 2, "\(told.output)")
            #expect(told.lines.first?.hasPrefix("nnboard ") == true)
            #expect(told.lines.last?.contains("cannot access 'usr'") == true)
        }
    }
}
