using EdgeInfer.Comparison.Inputs;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Messages.Inference;
using EdgeInfer.Telemetry.Messages.Summary;

namespace EdgeInfer.Cli.Demo;

/// <summary>What has arrived over MQTT so far.</summary>
internal sealed class ReplayProgress(IReadOnlyList<string> models)
{
    private readonly Dictionary<string, ModelProgress> _models = models.ToDictionary(m => m, _ => new ModelProgress());
    private readonly Dictionary<string, SummaryMessage> _results = [];
    private readonly List<Observation> _observations = [];

    public IReadOnlyList<Observation> Observations => _observations;

    /// <summary>jit or aot; null before the first result.</summary>
    public string? Host => _results.Values.FirstOrDefault()?.Host;

    public bool IsComplete => _results.Count == _models.Count;

    public IEnumerable<(string Model, ModelProgress Progress)> Models => _models.Select(m => (m.Key, m.Value));

    public void Add(Received message)
    {
        switch (message)
        {
            case Received<InferenceMessage> { Message: var inference } when _models.TryGetValue(inference.Model, out var progress)
                && !_results.ContainsKey(inference.Model):
                progress.Add(inference);
                if (Observation.TryFrom(inference, out var observation))
                    _observations.Add(observation);
                break;
            case Received<SummaryMessage> { Message: var result } when _models.ContainsKey(result.Model):
                _results.TryAdd(result.Model, result);
                break;
        }
    }
}
