package import SemConvDiagnostics

extension RuleID {
    /// An identifier has no letter or digit that a Swift name could be made of.
    package static let swiftNameEmpty: RuleID = "swift-name-empty"
    /// Two identifiers have the same Swift name, and one of them had to be numbered.
    package static let swiftNameCollision: RuleID = "swift-name-collision"
}
