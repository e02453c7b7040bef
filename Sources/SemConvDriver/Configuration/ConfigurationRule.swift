package import SemConvDiagnostics

/// The rules of a configuration file.
extension RuleID {
    /// The file as a whole is not a map of settings.
    package static let invalidConfiguration: RuleID = "invalid-configuration"
    /// A value of the wrong type, such as a list for a text.
    package static let configurationType: RuleID = "configuration-type"
    /// A value of the right type that the setting does not take.
    package static let configurationValue: RuleID = "configuration-value"
    /// What a command needs is not there, such as the registry.
    package static let missingInput: RuleID = "missing-input"
}
