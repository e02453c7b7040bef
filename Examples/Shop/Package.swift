// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "shop",
    platforms: [.macOS(.v15)],
    dependencies: [
        // In a package of your own: .package(url: ..., branch: "main")
        .package(name: "swift-semconv", path: "../..")
    ],
    targets: [
        // Generated from telemetry/ as semconv.yaml says. In a package of your own, commit it.
        .target(
            name: "ShopConventions",
            dependencies: [.product(name: "TelemetryAPI", package: "swift-semconv")],
            swiftSettings: [.treatAllWarnings(as: .error)]
        ),
        .executableTarget(
            name: "Shop",
            dependencies: ["ShopConventions", .product(name: "SemanticConventions", package: "swift-semconv")],
            swiftSettings: [.treatAllWarnings(as: .error)]
        ),
    ]
)
