using System.Text.Json.Serialization;
using EdgeInfer.Core.Features;
using EdgeInfer.Core.Marks;
using EdgeInfer.Core.Resampling;
using EdgeInfer.Core.Tasks;

namespace EdgeInfer.Recordings.Layout;

/// <summary><c>dataset.json</c>: what a folder of recordings holds.</summary>
public sealed record Dataset
{
    public const int CurrentSchema = 1;

    private const double NominalFramesPerSecond = 10;

    // The JSON reader hands null to an initialiser whose member was left out.
    private const string UnknownGroup = "group";

    public required int Schema { get; init; }

    /// <summary>Name of the task that the recordings are for; lower case, digits and hyphens.</summary>
    public required string Name { get; init; }

    public required string Licence { get; init; }

    /// <summary>What the licence asks to be said wherever the data or a model of it is shown.</summary>
    public string? Attribution { get; init; }

    /// <summary>True where no real sensor was involved.</summary>
    public bool Simulated { get; init; }

    /// <summary>Where the recordings are to be had; null where nobody said.</summary>
    public DatasetOrigin? Origin { get; init; }

    public required DatasetKind Kind { get; init; }
    public required TaskKind Task { get; init; }

    /// <summary>Class names in the order of a model's outputs; empty for regression.</summary>
    public IReadOnlyList<DatasetLabel> Labels { get; init => field = value ?? []; } = [];

    /// <summary>
    /// Names of the labels that count as normal; required where the task is anomaly. A classification that has them gives
    /// the task <c>&lt;name&gt;-anomaly</c>, too.
    /// </summary>
    public IReadOnlyList<string>? Normal { get; init; }

    /// <summary>Regular expression on the path inside the folder; recordings that do not match are not of this task.</summary>
    public string? Files { get; init; }

    public IReadOnlyList<DatasetChannel> Channels { get; init => field = value ?? []; } = [];

    /// <summary>Samples per second; nominal rate of images, which are played at 10 a second where it is 0.</summary>
    public double RateHz { get; init; }

    /// <summary>Geometry of every image, and how others become one of it; null for recordings of sensors.</summary>
    public DatasetFrame? Frame { get; init; }

    public DatasetTimestamp? Timestamp { get; init; }

    /// <summary>What happens to samples that are not there; null refuses empty cells.</summary>
    public DatasetHoles? Holes { get; init; }

    /// <summary>Where a row holds one value of one channel; null where a row holds a value of each.</summary>
    public DatasetLongTable? Long { get; init; }

    /// <summary>Labels of stretches of time, in a list beside the recordings; null where rows or files carry them.</summary>
    public DatasetSegments? Segments { get; init; }

    /// <summary>How samples come to <see cref="RateHz"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ResamplingRule Resampling { get; init; }

    /// <summary>Column with each sample's label or numeric target; null where split.csv gives one a file.</summary>
    public string? LabelColumn { get; init; }

    /// <summary>Column with each sample's group; null where split.csv gives one a file.</summary>
    public string? GroupColumn { get; init; }

    /// <summary>What tells the groups apart: a name in the data, or, where nothing names them, files or blocks of time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public GroupOrigin GroupOrigin { get; init; }

    /// <summary>Equal parts, in the order of time, that each file is cut into; null unless groups are blocks.</summary>
    public int? Blocks { get; init; }

    /// <summary>What a group is, in the singular: subject, machine, meter.</summary>
    public string GroupNoun { get; init => field = value ?? UnknownGroup; } = UnknownGroup;

    public DatasetWindow? Window { get; init; }
    public EnvelopeBand? Envelope { get; init; }

    /// <summary>Of the signals; linear where left out.</summary>
    public AmplitudeScale AmplitudeScale { get; init; }

    /// <summary>Ways to divide the recordings; the first is the headline.</summary>
    public required IReadOnlyList<DatasetSplit> Splits { get; init; }

    /// <summary>Whether the program brought the description, for recordings that came without one.</summary>
    internal bool IsBuiltIn { get; init; }

    internal double SampleRateHz => Frame is not null && RateHz == 0 ? NominalFramesPerSecond : RateHz;

    /// <summary>Values of a row of a table of samples: one a channel, or a whole image.</summary>
    internal int SampleLength => Frame?.ToShape().ToWindow(NominalFramesPerSecond).ValueCount ?? Channels.Count;

    /// <summary>Whether a file, or a list beside it, carries the label of each of its rows.</summary>
    internal bool LabelsInFile => LabelColumn is not null || Segments is not null || Kind == DatasetKind.ImagesIdx;

    /// <summary>Whether a file carries the group of each of its rows, or is cut into groups.</summary>
    internal bool GroupsInFile => GroupColumn is not null || Blocks is not null || Kind == DatasetKind.ImagesIdx;
}
