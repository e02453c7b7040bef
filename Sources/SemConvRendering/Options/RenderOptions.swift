package import SemConvDefinitions

/// What a user can choose about the output, apart from the templates themselves.
package struct RenderOptions: Sendable {
    /// The namespaces to generate; default: all.
    package var namespaces = NamespaceSelection()
    /// The levels of stability to generate; default: stable and release candidate.
    package var stability = StabilitySelection.settled
    /// The package trait that unstable declarations wait behind; default: none.
    ///
    /// With a trait, what is neither stable nor a release candidate goes to files of its own, each wrapped whole in one
    /// `#if TRAIT`. Without one, everything that `stability` selects compiles.
    package var gate: String?
    /// The access level of the generated declarations; default: `public`.
    package var accessLevel = AccessLevel.public
    /// The names of the outermost enums.
    package var roots = RootNames()
    /// Modules to import besides `TelemetryAPI`; default: none.
    package var imports: [String] = []
    /// The bucket boundaries advised for histograms, by metric name; default: none.
    package var boundaries: [String: [Double]] = [:]
    /// The URL that links of the registry's texts start from when they start with `/`; default: for OpenTelemetry's own
    /// registry its repository, for others none, and then such links become plain text.
    package var documentationBase: String?
    /// Values for the templates, over those of the pack.
    package var parameters: [FreeValue.Entry] = []

    package init() {}
}
