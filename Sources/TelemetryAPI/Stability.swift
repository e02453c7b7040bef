/// How firm a convention is (OpenTelemetry specification, "Versioning and stability").
///
/// Levels may be added; compare with `<` rather than by a list.
@frozen
public struct Stability: Hashable, Sendable {
    @usableFromInline
    enum Level: UInt8, Sendable {
        case development
        case alpha
        case beta
        case releaseCandidate
        case stable
    }

    @usableFromInline
    let level: Level

    @inlinable
    init(_ level: Level) {
        self.level = level
    }

    /// It may change or go with any release.
    @inlinable
    public static var development: Stability { .init(.development) }

    /// It may change; first users try it.
    @inlinable
    public static var alpha: Stability { .init(.alpha) }

    /// It may change, though that is not expected.
    @inlinable
    public static var beta: Stability { .init(.beta) }

    /// It becomes stable unless a fault is found.
    @inlinable
    public static var releaseCandidate: Stability { .init(.releaseCandidate) }

    /// It stays as it is.
    @inlinable
    public static var stable: Stability { .init(.stable) }
}

extension Stability: Comparable {
    /// Whether the left one ranks below the right one.
    @inlinable
    public static func < (left: Stability, right: Stability) -> Bool {
        left.level.rawValue < right.level.rawValue
    }
}

extension Stability: CustomStringConvertible {
    /// The spelling of a registry, such as `release_candidate`.
    public var description: String {
        switch level {
        case .development: "development"
        case .alpha: "alpha"
        case .beta: "beta"
        case .releaseCandidate: "release_candidate"
        case .stable: "stable"
        }
    }
}
