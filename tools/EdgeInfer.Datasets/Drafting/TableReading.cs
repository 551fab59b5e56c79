using EdgeInfer.Datasets.Roles;
using EdgeInfer.Datasets.Surveying;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>What the tables of a folder are, before classes and groups are counted.</summary>
/// <param name="Recordings">Files, or folders with a file a sensor.</param>
/// <param name="Survey">Of the recordings' own tables, or of the sensor whose clock leads.</param>
/// <param name="Clock">Null where rows come at a given rate.</param>
/// <param name="Roles">Of the survey's columns.</param>
/// <param name="Channels">As dataset.json names them.</param>
internal sealed record TableReading(
    IReadOnlyList<string> Recordings,
    TableSurvey Survey,
    DatasetTimestamp? Clock,
    ColumnRoles Roles,
    IReadOnlyList<DatasetChannel> Channels)
{
    public DatasetLongTable? Long { get; init; }

    /// <summary>Labels of the list of segments; null where there is none.</summary>
    public IReadOnlyList<string>? SegmentLabels { get; init; }

    public DatasetSegments? Segments { get; init; }

    /// <summary>What was understood beside the columns.</summary>
    public IReadOnlyList<string> Sentences { get; init; } = [];

    public bool IsLabelled => Roles.Label is not null || Segments is not null;
}
