import SemConvDefinitions
import SemConvRegistry

/// The documentation comments of generated declarations.
struct SwiftDocumentation {
    let plan: ModulePlan
    let options: RenderOptions

    func comment(_ attribute: Attribute) -> String { "/// " + SwiftLiteral.singleLine(attribute.brief) }
    func comment<Signal: GroupModel>(_ signal: Signal) -> String { "/// " + SwiftLiteral.singleLine(signal.header.brief) }
    func enumComment(_ attribute: Attribute) -> String { "/// The values of `\(attribute.id)`." }
    func comment(_ member: EnumMember, of attribute: Attribute) -> String { "/// " + SwiftLiteral.singleLine(member.brief) }
    func presetComment(_ metric: Metric) -> String { "/// The view preset of `\(metric.name)`." }
}
