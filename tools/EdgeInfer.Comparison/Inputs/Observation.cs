using System.Diagnostics.CodeAnalysis;
using EdgeInfer.Telemetry.Messages.Inference;

namespace EdgeInfer.Comparison.Inputs;

/// <summary>One model's answer to one window with a known truth, as it arrived over MQTT.</summary>
/// <param name="Stream">Recording that was replayed.</param>
/// <param name="Window">Window id, equal for all models that saw the window.</param>
/// <param name="Model">Name of the bundle.</param>
/// <param name="ModelSha256">Hash of the model file that answered.</param>
/// <param name="Label">Label that this window alone suggests.</param>
/// <param name="Truth">True label.</param>
/// <param name="Scores">Probability of every label, in the manifest's order; of an anomaly task the one score.</param>
/// <param name="LatencyUs">From the due time of the window's last sample to the answer, features included, us.</param>
/// <param name="FeaturesUs">Part of the work that went into features or preprocessing, us.</param>
/// <param name="CpuUs">CPU time of features and model, us; null where the platform does not count it.</param>
/// <param name="StartMs">Sensor time of the window's first sample, ms.</param>
/// <param name="Decision">Label after the decision stage; null before its first.</param>
public sealed record Observation(
    string Stream,
    string Window,
    string Model,
    string ModelSha256,
    string Label,
    string Truth,
    IReadOnlyList<float> Scores,
    double LatencyUs,
    double FeaturesUs,
    double? CpuUs,
    long StartMs,
    string? Decision)
{
    /// <summary>False for a message without truth or scores, which no accuracy can stand on.</summary>
    public static bool TryFrom(InferenceMessage message, [NotNullWhen(true)] out Observation? observation)
    {
        observation = message is { Truth: { } truth, Scores: { } scores }
            ? new(
                message.Stream,
                message.Window,
                message.Model,
                message.ModelSha256,
                message.Label,
                truth,
                scores,
                message.LatencyUs,
                message.FeaturesUs,
                message.CpuUs,
                message.StartMs,
                message.Decision)
            : null;
        return observation is not null;
    }
}
