// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "swift-semconv",
    // The first systems whose standard library has what the modules use: clocks, atomics and locks.
    platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
    products: [
        // The command line tool. Only the product has this name: a target called `codegen` would break users who have one.
        .executable(name: "codegen", targets: ["SemConvCodegen"]),
        // Generated constants, and the types they are made of. Neither compiles anything else of this package.
        .library(name: "SemanticConventions", targets: ["SemanticConventions"]),
        .library(name: "TelemetryAPI", targets: ["TelemetryAPI"]),
    ],
    traits: [
        .trait(
            name: "UnstableConventions",
            description: "Adds the conventions that are not stable yet; they may change with any release."
        )
    ],
    dependencies: [
        // The command line of `codegen`. Nothing else depends on it.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
    ],
    targets: [
        // MARK: - Generator, one module a stage
        .systemLibrary(
            name: "CLibYAML",
            pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"]), .yum(["libyaml-devel"])]
        ),
        .target(name: "SemConvDiagnostics"),
        .target(name: "SemConvParallel"),
        .target(name: "SemConvYAML", dependencies: ["CLibYAML", "SemConvDiagnostics"]),
        .target(name: "SemConvDefinitions", dependencies: ["SemConvYAML", "SemConvDiagnostics"]),
        .target(
            name: "SemConvRegistry",
            dependencies: ["SemConvDefinitions", "SemConvYAML", "SemConvParallel", "SemConvDiagnostics"]
        ),
        .target(name: "SemConvTemplateEngine", dependencies: ["SemConvYAML", "SemConvDiagnostics"]),
        .target(
            name: "SemConvTemplates",
            path: "Templates",
            resources: [.embedInCode("swift")]
        ),
        .target(
            name: "SemConvRendering",
            dependencies: [
                "SemConvRegistry", "SemConvDefinitions", "SemConvTemplateEngine", "SemConvTemplates", "SemConvYAML",
                "SemConvParallel", "SemConvDiagnostics",
            ]
        ),
        .target(
            name: "SemConvDriver",
            dependencies: [
                "SemConvRendering", "SemConvRegistry", "SemConvDefinitions", "SemConvYAML", "SemConvDiagnostics",
            ]
        ),
        .executableTarget(
            name: "SemConvCodegen",
            dependencies: [
                "SemConvDriver", "SemConvRendering", "SemConvDiagnostics",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        // MARK: - What generated code compiles against
        .target(name: "TelemetryAPI"),
        .target(
            name: "SemanticConventions",
            dependencies: ["TelemetryAPI"],
            path: "Generated/SemanticConventions"
        ),
    ]
)

// MARK: - Tests: one target beside each module, with the modules before it that its tests make their inputs with

// What several of them share.
package.targets.append(
    .target(
        name: "SemConvTestSupport",
        dependencies: ["SemConvRegistry", "SemConvDefinitions"],
        path: "Tests/Support"
    )
)

/// `Fixtures` are input files, which tests find by their path.
@MainActor func addTests(of name: String, with modules: [String], hasFixtures: Bool = false) {
    package.targets.append(
        .testTarget(
            name: "\(name)Tests",
            dependencies: modules.map { .target(name: $0) },
            exclude: hasFixtures ? ["Fixtures"] : []
        )
    )
}

addTests(of: "SemConvDiagnostics", with: ["SemConvDiagnostics"])
addTests(of: "SemConvParallel", with: ["SemConvParallel"])
addTests(of: "SemConvYAML", with: ["SemConvYAML", "SemConvDiagnostics"])
addTests(of: "SemConvDefinitions", with: ["SemConvDefinitions", "SemConvYAML", "SemConvDiagnostics"])
addTests(
    of: "SemConvRegistry",
    with: ["SemConvRegistry", "SemConvDefinitions", "SemConvYAML", "SemConvDiagnostics", "SemConvTestSupport"],
    hasFixtures: true
)
addTests(of: "SemConvTemplateEngine", with: ["SemConvTemplateEngine", "SemConvDiagnostics"])
addTests(
    of: "SemConvRendering",
    with: [
        "SemConvRendering", "SemConvTemplateEngine", "SemConvRegistry", "SemConvDefinitions", "SemConvYAML",
        "SemConvDiagnostics",
    ],
    hasFixtures: true
)
addTests(
    of: "SemConvDriver",
    with: [
        "SemConvDriver", "SemConvCodegen", "SemConvRendering", "SemConvRegistry", "SemConvDefinitions", "SemConvYAML",
        "SemConvDiagnostics",
    ]
)
addTests(of: "TelemetryAPI", with: ["TelemetryAPI"])
addTests(of: "SemanticConventions", with: ["SemanticConventions", "TelemetryAPI"])
addTests(of: "Model", with: ["SemConvRegistry", "SemConvDefinitions", "SemConvDiagnostics", "SemConvTestSupport"])

// The same settings for every Swift target.
for target in package.targets where [.regular, .executable, .test].contains(target.type) {
    var settings = target.swiftSettings ?? []
    settings += [
        .swiftLanguageMode(.v6),
        // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
        .enableUpcomingFeature("ExistentialAny"),
        // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
        .enableUpcomingFeature("MemberImportVisibility"),
        // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
        .enableUpcomingFeature("InternalImportsByDefault"),
        // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0461-async-function-isolation.md
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0458-strict-memory-safety.md
        .strictMemorySafety(),
    ]
    target.swiftSettings = settings
}
