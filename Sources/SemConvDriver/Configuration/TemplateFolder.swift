package import SemConvDiagnostics
internal import SemConvRendering
internal import SemConvYAML

extension RuleID {
    /// The folder of a user's templates, or a file in it, cannot be read.
    package static let templateFolder: RuleID = "template-folder"
}

/// Reads a folder of templates that a user has written.
enum TemplateFolder {
    /// The files of the folder that belong to a template pack, at any depth.
    ///
    /// - Returns: `nil` when an error was reported.
    static func read(path: String, diagnostics: inout DiagnosticCollector) -> [TemplatePack.File]? {
        guard FolderListing.kind(of: path) == .folder else {
            let message = "there is no folder of templates '\(path)'"
            report(message, path, help: "name a folder with '--templates'", &diagnostics)
            return nil
        }
        let listing = FolderListing.files(below: path) { TemplatePack.takes(fileName: $0) }
        for (folder, reason) in listing.unreadable { report("cannot read the folder: \(reason)", folder, &diagnostics) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var files: [TemplatePack.File] = []
        for name in listing.files {
            let file = PathText.join(path, name)
            guard FolderListing.kind(of: file) == .file else {
                report("a template is a file, and this is none", file, &diagnostics)
                continue
            }
            do throws(SystemError) {
                let contents = try SystemCalls.contents(of: SystemCalls.openFile(file), buffer: &buffer)
                files.append(TemplatePack.File(name: name, displayPath: file, contents: contents))
            } catch {
                report("cannot read the template: \(error.message)", file, &diagnostics)
            }
        }
        if files.isEmpty, listing.unreadable.isEmpty {
            let help = "templates end in '.j2'; a pack is described by '\(TemplatePack.configurationNames[0])'"
            report("the folder has no templates", path, help: help, &diagnostics)
        }
        return diagnostics.hasErrors ? nil : files
    }

    private static func report(
        _ message: String,
        _ path: String,
        help: String? = nil,
        _ diagnostics: inout DiagnosticCollector
    ) {
        diagnostics.report(Diagnostic(.error, .templateFolder, message, at: SourceLocation(file: path), help: help))
    }
}
