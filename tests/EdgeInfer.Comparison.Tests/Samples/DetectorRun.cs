using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Comparison.Inputs;
using EdgeInfer.Comparison.Observations;
using EdgeInfer.Core.Decisions;
using EdgeInfer.Core.Tasks;

namespace EdgeInfer.Comparison.Tests.Samples;

/// <summary>
/// A run of two detectors over a normal and a faulty recording of each machine, decided by the device's own stage:
/// so many faulty windows of each machine score below every normal one, so that each area under the curve is known.
/// </summary>
internal sealed class DetectorRun
{
    public const string Pca = "fan-anomaly-pca";
    public const string Autoencoder = "fan-anomaly-autoencoder";
    public const int WindowsPerRecording = 20;

    private static readonly DecisionRule Rule = new(Threshold: 5, K: 2, N: 3, Hysteresis: 0.5);

    public int Groups { get; init; } = 6;
    public bool Simulated { get; init; }

    /// <summary>Faulty windows at the start of a machine's recording that look more than normal.</summary>
    public Func<string, int, int> Overlooked { get; init; } = (model, group) => model == Pca ? 1 + group % 2 : 1 + group % 3;

    /// <summary>Last change to an answer before it is collected; null drops it.</summary>
    public Func<Observation, Observation?> Change { get; init; } = observation => observation;

    public ComparisonInput ToInput()
    {
        var input = new SampleRun { Simulated = Simulated }.ToInput();
        Manifest[] models = [Detector(input.Models[2], Pca, "pca"), Detector(input.Models[2], Autoencoder, "autoencoder")];
        return input with
        {
            Models = models,
            ModelSha256 = models.ToLookup(model => model.Name, model => model.Files[0].Sha256),
            Observations = [.. models.SelectMany(Observe).Select(Change).OfType<Observation>()],
            GroupOfStream = Enumerable.Range(0, Groups)
                .SelectMany(group => AnomalyLabel.Names.Select(state => (Stream(group, state), $"m{group:00}"))).ToDictionary(),
        };
    }

    public static string Stream(int group, string state) => FormattableString.Invariant($"machine-{group}-{state}");

    private static Manifest Detector(Manifest network, string name, string family) => network with
    {
        Name = name,
        Family = ModelFamily.Of(family),
        Format = ModelFormat.Fp32,
        Task = new("fan-anomaly", TaskKind.Anomaly, AnomalyLabel.Names),
        Decision = Rule,
    };

    private IEnumerable<Observation> Observe(Manifest model)
    {
        foreach (var group in Enumerable.Range(0, Groups))
        {
            foreach (var state in AnomalyLabel.Names)
            {
                var (stage, stream) = (new AnomalyStage(Rule), Stream(group, state));
                for (var window = 0; window < WindowsPerRecording; window++)
                {
                    float[] score = [Score(model.Name, group, state, window)];
                    var (label, decision) = (AnomalyLabel.Names[stage.Suggest(score)], AnomalyLabel.Names[stage.Decide(score)]);
                    var start = window * 2560L;
                    // Names of later windows sort before those of earlier ones: 10 before 2.
                    yield return new(
                        stream, FormattableString.Invariant($"{stream}/{start}"), model.Name, model.Files[0].Sha256, label, state, score,
                        40 + window, 20, 30, start, 0, decision)
                    {
                        Marks = model.Training.Marks,
                    };
                }
            }
        }
    }

    private float Score(string model, int group, string state, int window) =>
        state == AnomalyLabel.Names[AnomalyLabel.Normal] ? 1 + window * 0.01f
        : window < Overlooked(model, group) ? 0.5f
        : 8 + window * 0.01f;
}
