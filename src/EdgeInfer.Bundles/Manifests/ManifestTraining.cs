using System.Text.Json.Serialization;
using EdgeInfer.Core.Marks;

namespace EdgeInfer.Bundles.Manifests;

/// <summary>Where a model comes from.</summary>
/// <param name="Data">Name of the data set.</param>
/// <param name="Simulated">True where no real sensor was involved.</param>
/// <param name="Licence">Licence of the data.</param>
/// <param name="Attribution">What the licence asks to be said.</param>
/// <param name="DataSha256">Hash over the recordings' bytes, in the order of their paths.</param>
/// <param name="SplitSha256">Hash over (recording, group, split).</param>
/// <param name="SplitKind">Name of the split.</param>
/// <param name="Leaky">True where groups stand on both sides by declaration.</param>
/// <param name="Groups">Groups trained on.</param>
/// <param name="Windows">Windows trained on.</param>
/// <param name="Seed">Seed of every random choice.</param>
/// <param name="Seconds">Wall-clock time of training, features included.</param>
/// <param name="CpuSeconds">CPU time of training, features included.</param>
/// <param name="Machine">Processor and operating system.</param>
/// <param name="Command">Command that made the bundle.</param>
/// <param name="Quick">
/// True where a training behind the model had the small budgets of <c>--quick</c>, which show that everything runs and
/// are no basis for a choice.
/// </param>
/// <param name="FalseAlarmsPerDay">
/// False alarms of one device in a day of normal running that a detector's threshold was chosen for; null for other models.
/// </param>
/// <param name="UnknownOrigin">
/// True where a model behind it was trained elsewhere, on what is not known: its figures may be of windows that it has seen.
/// </param>
/// <param name="Content">Fingerprint of the training side; null where nobody knows what it held. Without pieces it tells nothing.</param>
/// <param name="ChosenOnTest">True where several networks were judged on the test groups, and this one was chosen by them.</param>
/// <param name="GroupOrigin">What tells the groups of the data set apart; named where left out.</param>
public sealed record ManifestTraining(
    string Data,
    bool Simulated,
    string Licence,
    string? Attribution,
    string DataSha256,
    string SplitSha256,
    string SplitKind,
    bool Leaky,
    IReadOnlyList<string> Groups,
    int Windows,
    int Seed,
    double Seconds,
    double CpuSeconds,
    string Machine,
    string Command,
    bool Quick = false,
    double? FalseAlarmsPerDay = null,
    bool UnknownOrigin = false,
    ManifestContent? Content = null,
    bool ChosenOnTest = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] GroupOrigin GroupOrigin = GroupOrigin.Named)
{
    /// <summary>What every figure of the model must be read with, whatever it is judged on.</summary>
    [JsonIgnore]
    public FigureMarks Marks => new(Simulated, Quick, Leaky, UnknownOrigin || Content is not { Pieces: > 0 }, ChosenOnTest, GroupOrigin);
}
