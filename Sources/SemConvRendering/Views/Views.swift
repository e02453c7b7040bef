internal import SemConvDefinitions
internal import SemConvRegistry
internal import SemConvTemplateEngine

/// Makes the objects that templates see out of a registry.
///
/// Each kind of thing has a table of fields; `Views` holds the tables cut down to what a pack uses. Everything that
/// takes thought is a field, so that templates only loop and print.
final class Views: Sendable {
    let registry: Registry
    let options: RenderOptions

    let attribute: ViewProjection<AttributeView>
    let enumeration: ViewProjection<EnumerationView>
    let member: ViewProjection<EnumMember>
    let deprecation: ViewProjection<Deprecation>
    let metric: ViewProjection<SignalView<Metric>>
    let span: ViewProjection<SignalView<Span>>
    let event: ViewProjection<SignalView<Event>>
    let entity: ViewProjection<SignalView<Entity>>
    let body: ViewProjection<EventBody>
    let attributeGroup: ViewProjection<SignalView<AttributeGroup>>
    let otherGroup: ViewProjection<SignalView<OtherGroup>>
    let namespace: ViewProjection<NamespaceView>
    let whole: ViewProjection<Registry>
    /// `nil` where the pack asks for nothing that knows Swift.
    let swift: SwiftViews?
    /// The same for objects that are parts of definitions.
    let innerSwift: SwiftViews?

    init(registry: Registry, options: RenderOptions, swift: SwiftViews? = nil, use: FieldUse) {
        self.swift = swift
        innerSwift = swift.map { SwiftViews(plan: $0.plan, pack: $0.pack, use: use, isInner: true) }
        self.registry = registry
        self.options = options
        attribute = ViewProjection(AttributeView.table, use: use)
        enumeration = ViewProjection(EnumerationView.table, use: use)
        member = ViewProjection(EnumMember.table, use: use)
        deprecation = ViewProjection(Deprecation.table, use: use)
        metric = ViewProjection(Metric.table, use: use)
        span = ViewProjection(Span.table, use: use)
        event = ViewProjection(Event.table, use: use)
        entity = ViewProjection(Entity.table, use: use)
        body = ViewProjection(EventBody.table, use: use)
        attributeGroup = ViewProjection(AttributeGroup.table, use: use)
        otherGroup = ViewProjection(OtherGroup.table, use: use)
        namespace = ViewProjection(NamespaceView.table, use: use)
        whole = ViewProjection(Registry.table, use: use)
    }
}
