internal import SemConvRegistry
internal import SemConvTemplateEngine

/// What the objects that templates see are made of.
///
/// Each kind of thing has a table of fields. Everything that takes thought is a field, so that templates only loop and
/// print.
final class Views: Sendable {
    let registry: Registry
    let options: RenderOptions
    /// The module to generate; `nil` where the pack asks for nothing that knows Swift.
    private let module: SwiftModule?

    init(registry: Registry, options: RenderOptions, module: SwiftModule? = nil) {
        self.registry = registry
        self.options = options
        self.module = module
    }

    /// What objects that know Swift are made of.
    var swift: SwiftViews? { module.map { SwiftViews($0, views: self) } }
}
