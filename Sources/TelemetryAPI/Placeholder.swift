// TelemetryAPI
