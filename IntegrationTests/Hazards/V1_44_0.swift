import Conventions
import TelemetryAPI

/// The whole of OpenTelemetry's conventions, version 1.44: names that break careless generators, with the type and the
/// value that each must have. The expected values were read off the registry by hand.
enum V1_44_0: ModuleChecks {
    static let module = "v1.44.0, by hand"

    @available(*, deprecated)
    static func run(_ checks: inout Checks) {
        names(&checks)
        signals(&checks)
        deprecatedNames(&checks)
    }

    @available(*, deprecated)
    private static func deprecatedNames(_ checks: inout Checks) {
        // An id that is a namespace too.
        checks.key(Attributes.Code.column, Int.self, "code.column")
        checks.key(Attributes.Code.function, String.self, "code.function")
        checks.key(Attributes.Container.runtime, String.self, "container.runtime")
        checks.key(Attributes.DB.operation, String.self, "db.operation")
        checks.key(Attributes.DB.system, DBSystem.self, "db.system")
        checks.key(Attributes.Deployment.environment, String.self, "deployment.environment")
        checks.key(Attributes.GenAI.prompt, String.self, "gen_ai.prompt")
        checks.key(Attributes.Messaging.operation, String.self, "messaging.operation")
        checks.key(Attributes.RPC.system, RPCSystem.self, "rpc.system")
        // One segment: no namespace at all.
        checks.key(Attributes.state, StateValue.self, "state")
        // Integers as values; a member that is a keyword.
        checks.key(Attributes.RPC.GRPC.statusCode, EnumValue<RPCGRPCStatusCodeTag, Int>.self, "rpc.grpc.status_code")
        checks.value(RPCGRPCStatusCode.internal, 13)
        checks.equal(RPCGRPCStatusCode.ok.attributeValue, .int(0))
        // Two members with one value.
        checks.value(GenAITokenType.completion, "output")
        checks.value(GenAITokenType.output, "output")
        // A template that is deprecated, and a metric that is a namespace.
        checks.equal(Attributes.K8s.Pod.labels("App").name, "k8s.pod.labels.App")
        checks.equal(Metrics.OTel.SDK.spanEnded.name, "otel.sdk.span.ended")
        checks.equal(Metrics.OTel.SDK.spanEndedCount.name, "otel.sdk.span.ended.count")
    }

    private static func names(_ checks: inout Checks) {
        // The namespaces beside those ids.
        checks.key(Attributes.Code.Column.number, Int.self, "code.column.number")
        checks.key(Attributes.Code.Function.name, String.self, "code.function.name")
        checks.key(Attributes.DB.System.name, DBSystemName.self, "db.system.name")
        checks.key(Attributes.RPC.System.name, RPCSystemName.self, "rpc.system.name")
        // Words of the language, and names of its types.
        checks.key(Attributes.Test.Case.name, String.self, "test.case.name")
        checks.key(Attributes.File.extension, String.self, "file.extension")
        checks.key(Attributes.URL.extension, String.self, "url.extension")
        checks.key(Attributes.Network.NetworkProtocol.name, String.self, "network.protocol.name")
        checks.key(Attributes.TLS.TLSProtocol.version, String.self, "tls.protocol.version")
        checks.key(Attributes.JSONRPC.JSONRPCProtocol.version, String.self, "jsonrpc.protocol.version")
        checks.key(Attributes.Error.type, ErrorType.self, "error.type")
        checks.key(Attributes.FeatureFlag.Set.id, String.self, "feature_flag.set.id")
        checks.key(Attributes.Process.pid, Int.self, "process.pid")
        checks.equal(Metrics.JVM.Memory.init_.name, "jvm.memory.init")
        checks.equal(Metrics.JVM.Class.count.name, "jvm.class.count")
        checks.value(GeoContinentCode.as, "AS")
        checks.value(SystemPagingDirection.in, "in")
        checks.value(FeatureFlagResultReason.default, "default")
        checks.value(MessagingServiceBusDispositionStatus.defer, "defer")
        checks.value(VCSChangeState.open, "open")
        checks.value(OTelSpanParentOrigin.none_, "none")
        // Digits, dots and slashes.
        checks.key(Attributes.TLS.Client.ja3, String.self, "tls.client.ja3")
        checks.value(CloudPlatform.azureVM, "azure.vm")
        checks.value(HTTPRequestMethod.other, "_OTHER")
        checks.value(HTTPRequestMethod.get, "GET")
        // Collisions: the live name stays, whatever the deprecated twin is called.
        checks.key(Attributes.FeatureFlag.Provider.name, String.self, "feature_flag.provider.name")
        checks.key(Attributes.Messaging.Client.id, String.self, "messaging.client.id")
        checks.key(Attributes.Code.File.path, String.self, "code.file.path")
        checks.key(
            Attributes.Messaging.ServiceBus.Destination.subscriptionName,
            String.self,
            "messaging.servicebus.destination.subscription_name"
        )
        // Templates: only headers and metadata are lower-cased, and dashes stay.
        checks.equal(Attributes.HTTP.Request.header("Content-Type").name, "http.request.header.content-type")
        checks.equal(Attributes.Process.environmentVariable("PATH").name, "process.environment_variable.PATH")
        checks.equal(Attributes.K8s.Pod.annotation("kubernetes.io/A-b").name, "k8s.pod.annotation.kubernetes.io/A-b")
        checks.key(Attributes.HTTP.Response.header("x"), [String].self, "http.response.header.x")
        // Types.
        checks.key(
            Attributes.CPython.GC.generation,
            EnumValue<CPythonGCGenerationTag, Int>.self,
            "cpython.gc.generation"
        )
        checks.key(Attributes.Pprof.Scope.sampleTypeOrder, [Int].self, "pprof.scope.sample_type_order")
        checks.key(Attributes.FeatureFlag.Result.value, AttributeValue.self, "feature_flag.result.value")
        checks.key(Attributes.App.Jank.period, Double.self, "app.jank.period")
        checks.key(Attributes.FaaS.coldstart, Bool.self, "faas.coldstart")
        // Open enumerations.
        checks.equal(HTTPRequestMethod.custom("PURGE").attributeValue, .string("PURGE"))
    }

    private static func signals(_ checks: inout Checks) {
        checks.equal(Metrics.HW.Battery.charge.name, "hw.battery.charge")
        checks.equal(Metrics.HW.Battery.chargeLimit.name, "hw.battery.charge.limit")
        checks.equal(Metrics.HW.temperature.instrument, .gauge)
        checks.equal(Metrics.K8s.Pod.statusPhase.name, "k8s.pod.status.phase")
        checks.key(Attributes.K8s.Pod.Status.phase, K8sPodStatusPhase.self, "k8s.pod.status.phase")
        let duration = Metrics.HTTP.Server.requestDuration
        checks.equal(duration.name, "http.server.request.duration")
        checks.equal(duration.unit, "s")
        checks.equal(duration.instrument, .histogram)
        checks.equal(duration.valueType, .double)
        checks.equal(duration.stability, .stable)
        checks.equal(duration.attributes.names(through: .required), ["http.request.method", "url.scheme"])
        checks.equal(ViewPresets.HTTP.serverRequestDuration.instrumentName, "http.server.request.duration")
        checks.equal(Spans.HTTP.server.kind, .server)
        checks.equal(Spans.HTTP.client.kind, .client)
        checks.equal(Events.exception.name, "exception")
        checks.equal(Entities.service.type, "service")
        checks.equal(Entities.Container.runtime.type, "container.runtime")
        checks.equal(ConventionRegistry.schemaURL, "https://opentelemetry.io/schemas/1.44.0")
    }
}
