// swift-tools-version: 6.2

import PackageDescription

// A user's package: it sees the public API alone, and switches a trait on. Only the modules that such a user compiles
// are built, so testing a trait costs seconds here, while at the root it would build the generator a second time.
let package = Package(
    name: "integration-tests",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "swift-semconv", path: "..", traits: ["UnstableConventions"])
    ],
    targets: [
        .testTarget(
            name: "UnstableConventionsTests",
            dependencies: [
                .product(name: "SemanticConventions", package: "swift-semconv"),
                .product(name: "TelemetryAPI", package: "swift-semconv"),
            ],
            swiftSettings: [.treatAllWarnings(as: .error)]
        )
    ]
)
