import Conventions
import TelemetryAPI

/// OpenTelemetry's conventions as they were at version 1.37, between the old forms and the new. The expected values were
/// read off the registry by hand.
enum V1_37_0: ModuleChecks {
    static let module = "v1.37.0, by hand"

    @available(*, deprecated)
    static func run(_ checks: inout Checks) {
        names(&checks)
        values(&checks)
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
        checks.key(Attributes.Messaging.operation, String.self, "messaging.operation")
        checks.key(Attributes.state, StateValue.self, "state")
        // Differs from a live one in case alone.
        checks.key(Attributes.Code.filepath, String.self, "code.filepath")
        // The new one has another type.
        checks.key(Attributes.HTTP.method, String.self, "http.method")
        checks.key(Attributes.Enduser.role, String.self, "enduser.role")
        checks.key(Attributes.Exception.escaped, Bool.self, "exception.escaped")
        checks.template(Attributes.DB.Elasticsearch.pathParts, String.self, "db.elasticsearch.path_parts")
        // Numbers as words of a member.
        checks.value(HTTPFlavor.http1_0, "1.0")
        checks.value(HTTPFlavor.quic, "QUIC")
        // A deprecated member beside the one with its value.
        checks.value(GenAITokenType.completion, "output")
        checks.value(OSTypeValue.zOS, "z_os")
        // Deprecated metrics beside their successors: one is a namespace of them.
        checks.equal(Metrics.OTel.SDK.spanEnded.name, "otel.sdk.span.ended")
        checks.equal(Metrics.OTel.SDK.spanEndedCount.name, "otel.sdk.span.ended.count")
        checks.equal(Metrics.K8s.ReplicationController.desiredPods.name, "k8s.replication_controller.desired_pods")
        checks.equal(Metrics.K8s.Replicationcontroller.desiredPods.name, "k8s.replicationcontroller.desired_pods")
        checks.equal(Events.GenAI.choice.name, "gen_ai.choice")
    }

    private static func names(_ checks: inout Checks) {
        checks.key(Attributes.Code.Column.number, Int.self, "code.column.number")
        checks.key(Attributes.Code.Function.name, String.self, "code.function.name")
        checks.key(Attributes.Code.File.path, String.self, "code.file.path")
        checks.key(Attributes.Container.Runtime.name, String.self, "container.runtime.name")
        checks.key(Attributes.DB.System.name, DBSystemName.self, "db.system.name")
        checks.key(Attributes.FeatureFlag.Provider.name, String.self, "feature_flag.provider.name")
        checks.key(Attributes.Messaging.Client.id, String.self, "messaging.client.id")
        // Words of the language, and names of its types.
        checks.key(Attributes.Test.Case.name, String.self, "test.case.name")
        checks.key(Attributes.Test.Case.Result.status, TestCaseResultStatus.self, "test.case.result.status")
        checks.key(Attributes.FeatureFlag.Set.id, String.self, "feature_flag.set.id")
        checks.key(Attributes.File.extension, String.self, "file.extension")
        checks.key(Attributes.Network.NetworkProtocol.version, String.self, "network.protocol.version")
        checks.key(Attributes.Error.type, ErrorType.self, "error.type")
        checks.equal(Metrics.JVM.Memory.init_.name, "jvm.memory.init")
        checks.equal(Metrics.JVM.Class.count.name, "jvm.class.count")
        // Digits inside words.
        checks.key(Attributes.V8JS.GC.type, V8JSGCType.self, "v8js.gc.type")
        checks.key(Attributes.TLS.Server.ja3s, String.self, "tls.server.ja3s")
        // Types.
        checks.key(
            Attributes.CPython.GC.generation,
            EnumValue<CPythonGCGenerationTag, Int>.self,
            "cpython.gc.generation"
        )
        checks.key(Attributes.FeatureFlag.Result.value, AttributeValue.self, "feature_flag.result.value")
        checks.key(Attributes.GenAI.Input.messages, AttributeValue.self, "gen_ai.input.messages")
        checks.key(Attributes.App.Jank.period, Double.self, "app.jank.period")
        checks.key(Attributes.User.roles, [String].self, "user.roles")
        checks.key(Attributes.Process.argsCount, Int.self, "process.args_count")
        // Templates.
        checks.equal(Attributes.HTTP.Response.header("X-A").name, "http.response.header.x-a")
        checks.equal(Attributes.Process.environmentVariable("PATH").name, "process.environment_variable.PATH")
        checks.template(Attributes.K8s.CronJob.label, String.self, "k8s.cronjob.label")
        checks.template(Attributes.DB.Operation.parameter, String.self, "db.operation.parameter")
    }

    private static func values(_ checks: inout Checks) {
        checks.value(CPythonGCGeneration.generation0, 0)
        checks.value(GeoContinentCode.as, "AS")
        checks.value(SystemPagingDirection.in, "in")
        checks.value(FeatureFlagResultReason.static, "static")
        checks.value(FeatureFlagResultReason.default, "default")
        checks.value(CassandraConsistencyLevel.any, "any")
        checks.value(VCSChangeState.open, "open")
        checks.value(OTelSpanParentOrigin.none_, "none")
        checks.value(ASPNETCoreAuthenticationResult.none_, "none")
        checks.value(GenAITokenType.output, "output")
        checks.value(OSTypeValue.zos, "zos")
        // Dots in ids of members; the deprecated twin with an underscore takes no name.
        checks.value(CloudPlatform.azureVM, "azure.vm")
        checks.value(CloudPlatform.azureAKS, "azure.aks")
        checks.value(DBSystemName.microsoftSQLServer, "microsoft.sql_server")
        checks.value(GenAIProviderName.azureAIOpenAI, "azure.ai.openai")
        checks.value(K8sContainerStatusReason.oomKilled, "OOMKilled")
        checks.value(HTTPRequestMethod.other, "_OTHER")
    }

    private static func signals(_ checks: inout Checks) {
        // A metric that is a namespace, and an attribute that is a metric.
        checks.equal(Metrics.HW.Battery.charge.name, "hw.battery.charge")
        checks.equal(Metrics.HW.Battery.chargeLimit.name, "hw.battery.charge.limit")
        checks.equal(Metrics.HW.temperature.unit, "Cel")
        checks.equal(Metrics.K8s.Namespace.phase.name, "k8s.namespace.phase")
        checks.key(Attributes.K8s.Namespace.phase, K8sNamespacePhase.self, "k8s.namespace.phase")
        checks.equal(Metrics.GenAI.Server.timeToFirstToken.instrument, .histogram)
        checks.equal(Metrics.System.Disk.ioTime.unit, "s")
        let duration = Metrics.HTTP.Client.requestDuration
        checks.equal(duration.name, "http.client.request.duration")
        checks.equal(duration.instrument, .histogram)
        checks.equal(duration.stability, .stable)
        checks.equal(
            Set(duration.attributes.names(through: .required)),
            ["http.request.method", "server.address", "server.port"]
        )
        checks.equal(ViewPresets.HTTP.clientRequestDuration.unit, "s")
        checks.equal(Spans.HTTP.server.kind, .server)
        checks.equal(Spans.GenAI.ExecuteTool.internal.kind, .internal)
        checks.equal(Spans.CLI.internal.id, "cli.internal")
        checks.equal(Events.exception.name, "exception")
        checks.equal(Events.Session.start.attributes.names(through: .required), ["session.id"])
        checks.equal(Entities.service.type, "service")
        checks.equal(Entities.service.attributes["service.name"]?.role, .identifying)
        checks.equal(Entities.Container.runtime.type, "container.runtime")
    }
}
