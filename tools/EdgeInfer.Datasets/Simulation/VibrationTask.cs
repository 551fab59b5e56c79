using EdgeInfer.Core.Features;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Core.Windows;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Simulation;

/// <summary>The description that the simulator writes beside its recordings.</summary>
internal static class VibrationTask
{
    public const double RateHz = 2048;

    /// <summary>Holds every machine's resonance and ends below half the rate.</summary>
    private const double EnvelopeLowHz = 450;
    private const double EnvelopeHighHz = 950;

    public static Dataset Describe(int seed) => new()
    {
        Schema = Dataset.CurrentSchema,
        Name = VibrationSimulator.TaskName,
        Licence = "CC0-1.0",
        Attribution = FormattableString.Invariant($"simulated by EdgeInfer, seed {seed}; no real machine was involved"),
        Simulated = true,
        Kind = DatasetKind.SensorCsv,
        Task = TaskKind.Classification,
        Labels = [.. Enum.GetValues<MachineCondition>().Select(condition => new DatasetLabel(LabelOf(condition)))],
        Normal = [LabelOf(MachineCondition.Normal)],
        Channels = [new("x", "g"), new("y", "g"), new("speed", "Hz", ChannelRole.Speed)],
        RateHz = RateHz,
        Window = new DatasetWindow(0.5, 0.5),
        Envelope = new EnvelopeBand(EnvelopeLowHz, EnvelopeHighHz, new Dictionary<string, double>
        {
            ["bpfo"] = Math.Round(BearingGeometry.Type6205.OuterRaceOrder, 4),
            ["bpfi"] = Math.Round(BearingGeometry.Type6205.InnerRaceOrder, 4),
        }),
        GroupNoun = "machine",
        Splits = [new DatasetSplit("machines", SplitBy.File, SplitFile.DefaultName)],
    };

    public static string LabelOf(MachineCondition condition) => condition switch
    {
        MachineCondition.Normal => "normal",
        MachineCondition.Imbalance => "imbalance",
        MachineCondition.Misalignment => "misalignment",
        MachineCondition.OuterRace => "outer_race",
        MachineCondition.InnerRace => "inner_race",
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "not a condition"),
    };
}
