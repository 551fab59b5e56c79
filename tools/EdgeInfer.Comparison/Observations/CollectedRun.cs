using EdgeInfer.Telemetry.Messages.Inference;
using EdgeInfer.Telemetry.Messages.Info;
using EdgeInfer.Telemetry.Messages.ModelState;
using EdgeInfer.Telemetry.Messages.Summary;

namespace EdgeInfer.Comparison.Observations;

/// <summary>What a device has said of a run so far.</summary>
public sealed class CollectedRun(IReadOnlyList<string> models)
{
    private readonly Dictionary<string, ModelProgress> _models = models.ToDictionary(m => m, _ => new ModelProgress());
    private readonly Dictionary<string, SummaryMessage> _results = [];
    private readonly List<Observation> _observations = [];
    private ModelStateMessage? _state;

    public IReadOnlyList<Observation> Observations => _observations;

    /// <summary>As the device says of itself; null before it has.</summary>
    public MeasuringDevice? Device { get; private set; }

    public bool IsComplete => Device is not null && _results.Count == _models.Count;

    public IEnumerable<(string Model, ModelProgress Progress)> Models => _models.Select(m => (m.Key, m.Value));

    /// <summary>Windows that a model, by its name, could not answer, as its result says.</summary>
    public IReadOnlyDictionary<string, long> NonFiniteWindows =>
        _results.ToDictionary(result => result.Key, result => result.Value.NonFiniteWindows);

    /// <summary>An answer after the model's result is of the next round.</summary>
    public void Add(InferenceMessage answer)
    {
        if (!_models.TryGetValue(answer.Model, out var progress) || _results.ContainsKey(answer.Model))
            return;
        progress.Add(answer);
        if (Observation.TryFrom(answer, Sha256Of(answer), out var observation))
            _observations.Add(observation);
    }

    public void Add(ModelStateMessage state) => _state = state;

    public void Add(InfoMessage device) => Device = MeasuringDevice.Of(device);

    public void Add(SummaryMessage result)
    {
        if (_models.ContainsKey(result.Model))
            _results.TryAdd(result.Model, result);
    }

    /// <summary>
    /// Of the model that the device named so in the same boot; empty where it has not said, so that the answer fits no bundle.
    /// </summary>
    private string Sha256Of(InferenceMessage answer) => _state is { } state && state.Boot == answer.Boot
        ? state.Models.Zip(state.ModelSha256).FirstOrDefault(model => model.First == answer.Model).Second ?? ""
        : "";
}
