internal import SemConvDefinitions
internal import SemConvRegistry

/// The documentation comments of generated declarations.
///
/// Each has what a reader asks first: the brief, then the facts as a list, then the note.
struct SwiftDocumentation: Sendable {
    private let enumNames: SwiftEnumNames
    /// Empty comments to start from, since setting one up costs about as much as filling it.
    private let flush: DocComment
    private let indented: DocComment

    init(links: DocLinks, enumNames: SwiftEnumNames) {
        self.enumNames = enumNames
        flush = DocComment(links: links)
        indented = DocComment(indentation: 4, links: links)
    }

    func comment(_ attribute: Attribute) -> String {
        var comment = indented
        comment.paragraph(attribute.brief)
        comment.name(attribute.id)
        comment.type(attribute.type, enumeration: enumNames[attribute.id])
        comment.stability(attribute.stability)
        comment.deprecation(attribute.deprecated)
        comment.examples(attribute.examples)
        comment.paragraph(attribute.note)
        return comment.text
    }

    func comment(_ metric: Metric) -> String {
        var comment = indented
        comment.paragraph(metric.header.brief)
        comment.name(metric.name)
        let values = MetricValueTypeRule(metric)
        comment.item("Instrument", code: metric.instrument.rawValue)
        comment.item("Unit", code: metric.unit)
        comment.item(
            "Values",
            verbatim: "`\(values.type.rawValue)`" + (values.isInferred ? ", inferred from unit and instrument" : "")
        )
        return finish(&comment, metric.header)
    }

    func comment(_ span: Span) -> String {
        var comment = indented
        comment.paragraph(span.header.brief)
        comment.name(span.publicName, label: "Span")
        if let kind = span.kind { comment.item("Kind", code: kind.rawValue) }
        if let refined = span.refines { comment.item("Refines", code: refined) }
        if let nameNote = span.nameNote { comment.item("Span name", nameNote) }
        return finish(&comment, span.header)
    }

    func comment(_ event: Event) -> String {
        var comment = indented
        comment.paragraph(event.header.brief)
        comment.name(event.name)
        if let refined = event.refines { comment.item("Refines", code: refined) }
        if let body = event.body { comment.item("Body", code: body.type) }
        return finish(&comment, event.header)
    }

    func comment(_ entity: Entity) -> String {
        var comment = indented
        comment.paragraph(entity.header.brief)
        comment.name(entity.name, label: "Entity")
        if let refined = entity.refines { comment.item("Refines", code: refined) }
        return finish(&comment, entity.header)
    }

    func enumComment(_ attribute: Attribute) -> String {
        var comment = flush
        comment.paragraph("The known values of \(DocCodeSpan.of(attribute.id)); others are legal.")
        return comment.text
    }

    func comment(_ member: EnumMember) -> String {
        var comment = indented
        // A list without a summary before it would become the summary.
        let hasText = !member.brief.isEmpty || !member.note.isEmpty
        if !hasText { comment.paragraph("The value \(DocCodeSpan.of(member.value.text)).") }
        comment.paragraph(member.brief)
        if hasText { comment.item("Value", code: member.value.text) }
        comment.stability(member.stability)
        comment.deprecation(member.deprecated)
        comment.paragraph(member.note)
        return comment.text
    }

    func presetComment(_ metric: Metric) -> String {
        var comment = indented
        let name = DocCodeSpan.of(metric.name)
        if let target = metric.header.deprecated?.renamedTo {
            comment.paragraph("Gives the former metric \(name) its new name, \(DocCodeSpan.of(target)).")
        } else {
            comment.paragraph("The view of \(name).")
        }
        return comment.text
    }

    /// What the comments of all signals end with.
    private func finish(_ comment: inout DocComment, _ header: SignalHeader) -> String {
        comment.stability(header.stability)
        comment.deprecation(header.deprecated)
        comment.attributes(header.attributes)
        comment.paragraph(header.note)
        return comment.text
    }
}
