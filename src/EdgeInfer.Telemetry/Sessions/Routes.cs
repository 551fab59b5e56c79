using EdgeInfer.Telemetry.Messages;

namespace EdgeInfer.Telemetry.Sessions;

internal static class Routes
{
    public static Route<InfoMessage> Info { get; } =
        new(TelemetryJson.Default.InfoMessage, static (topics, _) => topics.Info, AtLeastOnce: true, Retain: true);

    public static Route<ModelStateMessage> ModelState { get; } =
        new(TelemetryJson.Default.ModelStateMessage, static (topics, _) => topics.ModelState, AtLeastOnce: true, Retain: true);

    public static Route<TelemetryMessage> Telemetry { get; } =
        new(TelemetryJson.Default.TelemetryMessage, static (topics, _) => topics.Telemetry, AtLeastOnce: false, Retain: false);

    public static Route<InferenceMessage> Inference { get; } = new(
        TelemetryJson.Default.InferenceMessage,
        static (topics, message) => topics.Inference(message.Stream),
        AtLeastOnce: true,
        Retain: false);

    public static Route<ComparisonMessage> Comparison { get; } = new(
        TelemetryJson.Default.ComparisonMessage,
        static (topics, message) => topics.Comparison(message.Run),
        AtLeastOnce: true,
        Retain: false);
}
