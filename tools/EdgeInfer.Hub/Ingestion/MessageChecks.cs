using EdgeInfer.Telemetry.Messages;

namespace EdgeInfer.Hub.Ingestion;

/// <summary>What JSON can't say of each message.</summary>
internal static class MessageChecks
{
    public static void Check(InfoMessage message)
    {
        Head(message.Schema, message.Boot, message.Seq);
        FieldCheck.Texts([message.Version, message.Host, message.Machine, message.Os], "info");
        FieldCheck.NotNegative(message.Cores, "cores");
    }

    public static void Check(ModelStateMessage message)
    {
        Head(message.Schema, message.Boot, message.Seq);
        FieldCheck.Texts(message.Models, "models");
        FieldCheck.Texts(message.ModelSha256, "model_sha256");
        FieldCheck.Require(message.Models.Count == message.ModelSha256.Count, "model_sha256", message.ModelSha256.Count);
    }

    public static void Check(TelemetryMessage message)
    {
        FieldCheck.Schema(message.Schema);
        FieldCheck.Text(message.Boot, "boot");
        FieldCheck.NotNegative(message.UptimeS, "uptime_s");
        FieldCheck.NotNegative(message.Windows, "windows");
        FieldCheck.NotNegative(message.WindowsPerS, "windows_per_s");
        FieldCheck.NotNegative(message.CpuS, "cpu_s");
        FieldCheck.NotNegative(message.ResidentBytes, "resident_bytes");
        FieldCheck.NotNegative(message.OutboxDepth, "outbox_depth");
        FieldCheck.NotNegative(message.OutboxDropped, "outbox_dropped");
    }

    public static void Check(InferenceMessage message, string stream)
    {
        Head(message.Schema, message.Boot, message.Seq);
        FieldCheck.Equal(message.Stream, stream, "stream");
        FieldCheck.Texts([message.Window, message.Model, message.ModelSha256, message.Label], "inference");
        FieldCheck.Texts([message.Decision ?? "-", message.Truth ?? "-"], "decision or truth");
        FieldCheck.NotNegative(message.Segment, "segment");
        FieldCheck.Finite(message.Score, "score");
        FieldCheck.NotNegative(message.LatencyUs, "latency_us");
        FieldCheck.NotNegative(message.FeaturesUs, "features_us");
        FieldCheck.NotNegative(message.CpuUs ?? 0, "cpu_us");
        foreach (var score in message.Scores ?? [])
            FieldCheck.Finite(score, "scores");
    }

    public static void Check(ComparisonMessage message, string run)
    {
        Head(message.Schema, message.Boot, message.Seq);
        FieldCheck.Equal(message.Run, run, "run");
        FieldCheck.Texts([message.Model, message.ModelSha256, message.Host], "comparison");
        FieldCheck.Require(message.Models >= 1, "models", message.Models);
        FieldCheck.NotNegative(message.Windows, "windows");
        FieldCheck.Require(message.Labelled >= 0 && message.Labelled <= message.Windows, "labelled", message.Labelled);
        FieldCheck.Require(message.Correct >= 0 && message.Correct <= message.Labelled, "correct", message.Correct);
        FieldCheck.NotNegative(message.AmbiguousWindows, "ambiguous_windows");
        FieldCheck.NotNegative(message.Gaps, "gaps");
        FieldCheck.NotNegative(message.LatencyP50Us, "latency_p50_us");
        FieldCheck.NotNegative(message.LatencyP99Us, "latency_p99_us");
        FieldCheck.NotNegative(message.FeaturesP50Us, "features_p50_us");
        FieldCheck.NotNegative(message.CpuUs ?? 0, "cpu_us");
    }

    private static void Head(int schema, string boot, long seq)
    {
        FieldCheck.Schema(schema);
        FieldCheck.Text(boot, "boot");
        FieldCheck.Seq(seq);
    }
}
