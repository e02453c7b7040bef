/// The keys of a configuration file.
enum ConfigurationKey: String, CaseIterable {
    case registry
    case output
    case templates
    case include
    case exclude
    case stability
    case accessLevel = "access_level"
    case gate
    case imports
    case rootNames = "root_names"
    case boundaries
    case documentationURL = "documentation_url"
    case dependencies
    case parameters = "params"
    case future
}
