/// A list of view presets that the generated code offers as one value.
enum ViewPresetSet: String, CaseIterable {
    /// The metrics in use that compile always.
    case all
    /// Those that compile with the trait alone.
    case unstable
    /// The former metrics that a view can give their new name.
    case renamed
    /// Those of them that compile with the trait alone.
    case unstableRenamed
    /// Of all namespaces, the metrics that are stable.
    case stable

    static let names = WordList(allCases.map(\.rawValue))
}
