using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Comparison.Inputs;
using EdgeInfer.Comparison.Observations;
using EdgeInfer.Core.Marks;
using EdgeInfer.Core.Tasks;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Checks;

/// <summary>
/// The answers that figures may stand on, a model each. Messages come from outside: whatever does not fit the bundles
/// of the run is left out, and each reason is told once with its count.
/// </summary>
internal sealed class UsableObservations
{
    private readonly Dictionary<string, Dictionary<string, Observation>> _byModel = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private readonly ComparisonInput _input;

    public UsableObservations(ComparisonInput input)
    {
        _input = input;
        var manifests = input.Models.ToDictionary(manifest => manifest.Name, StringComparer.Ordinal);
        foreach (var name in manifests.Keys)
            _byModel[name] = new(StringComparer.Ordinal);
        foreach (var observation in input.Observations)
        {
            if (Objection(observation, manifests) is { } reason)
                _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
            else
                _byModel[observation.Model].TryAdd(observation.Window, observation);
        }
    }

    public IEnumerable<string> Problems => _reasons
        .OrderBy(reason => reason.Key, StringComparer.Ordinal)
        .Select(reason => Invariant($"{reason.Value} answers left out: {reason.Key}"));

    /// <summary>Answers by window id.</summary>
    public IReadOnlyDictionary<string, Observation> Of(string model) => _byModel[model];

    private static string Told(FigureMarks marks) => $"[{string.Join(", ", marks.Words)}]";

    private string? Objection(Observation observation, Dictionary<string, Manifest> manifests)
    {
        if (!manifests.TryGetValue(observation.Model, out var manifest))
            return $"model '{observation.Model}' is no bundle of this run";
        var sha256 = _input.ModelSha256[manifest.Name];
        if (!sha256.Contains(observation.ModelSha256, StringComparer.OrdinalIgnoreCase))
        {
            return $"model_sha256 of '{observation.Model}' is '{observation.ModelSha256}' in the messages and "
                + $"'{string.Join(" or ", sha256)}' in the bundle";
        }

        var marks = _input.SentMarksOf(manifest);
        if (observation.Marks != marks)
            return $"marks of '{observation.Model}' are {Told(observation.Marks)} in the messages and {Told(marks)} in bundle and data";
        if (!_input.GroupOfStream.ContainsKey(observation.Stream))
            return $"stream '{observation.Stream}' is no recording of the data set";
        var labels = manifest.Task.Labels;
        if (!labels.Contains(observation.Truth, StringComparer.Ordinal))
            return $"truth '{observation.Truth}' is no label of '{observation.Model}'";
        if (!labels.Contains(observation.Label, StringComparer.Ordinal))
            return $"label '{observation.Label}' is no label of '{observation.Model}'";
        var isDetector = manifest.Task.Kind == TaskKind.Anomaly;
        if (isDetector && !labels.Contains(observation.Decision, StringComparer.Ordinal))
            return $"decision '{observation.Decision}' is no label of '{observation.Model}'";
        var expected = isDetector ? 1 : labels.Count;
        if (observation.Scores.Count != expected)
            return Invariant($"'{observation.Model}' sent {observation.Scores.Count} scores for ")
                + Invariant($"{(isDetector ? "an anomaly" : $"{labels.Count} labels")}");
        return observation.Scores.All(float.IsFinite) && double.IsFinite(observation.LatencyUs) && observation.LatencyUs >= 0
            ? null
            : $"'{observation.Model}' sent a score or latency that is no number";
    }
}
