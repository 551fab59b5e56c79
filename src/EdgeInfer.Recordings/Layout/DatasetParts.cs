using System.Text.Json.Serialization;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Recordings.Layout;

/// <param name="Name">Name of the class, as models and messages give it.</param>
/// <param name="Value">Text that stands for it in a label column or split.csv; the name where null.</param>
public sealed record DatasetLabel(string Name, string? Value = null);

/// <param name="Name">Column in the table, unless <paramref name="Column"/> says another.</param>
/// <param name="Unit">Unit of its values.</param>
/// <param name="Role">Signal or shaft speed.</param>
/// <param name="Column">Column in the table, or value of the name column of a long table; the name where null.</param>
/// <param name="File">
/// Name of the file that holds it where a recording is a folder with a file a sensor; null where a recording is a file.
/// </param>
/// <param name="Scale">
/// Unit a step where the file holds whole-number codes: value = code x scale, both rounded to 32-bit floats first. 1 where null.
/// </param>
public sealed record DatasetChannel(
    string Name, string Unit, ChannelRole Role = ChannelRole.Signal, string? Column = null, string? File = null, float? Scale = null)
{
    /// <summary>Stands where nobody has said the unit.</summary>
    public const string UnknownUnit = "unknown";

    internal string ColumnName => Column ?? Name;
}

/// <param name="Seconds">Length of a window, s.</param>
/// <param name="Overlap">Share of a training window that the next one repeats, 0 up to below 1.</param>
/// <param name="MaxGapSeconds">Longest step between samples that interpolation may cross; ten periods where null.</param>
public sealed record DatasetWindow(double Seconds, double Overlap, double? MaxGapSeconds = null);

/// <param name="Width">Columns, px.</param>
/// <param name="Height">Rows, px.</param>
/// <param name="Colour">gray or rgb; images of the other kind are converted: to luma, or to three equal channels.</param>
/// <param name="Fit">How pictures of another size become a frame; exact, which refuses them, where left out.</param>
public sealed record DatasetFrame(int Width, int Height, FrameColour Colour, FrameFit Fit = FrameFit.Exact)
{
    internal FrameShape ToShape() => new(Width, Height, Colour) { Fit = Fit };
}

/// <param name="Name">Name to choose it by.</param>
/// <param name="By">By file, as listed in <paramref name="File"/>, or by lists of groups.</param>
/// <param name="File">split.csv inside the folder, for <see cref="SplitBy.File"/>.</param>
/// <param name="Train">Groups to train on, for <see cref="SplitBy.Groups"/>.</param>
/// <param name="Test">Groups to test on, for <see cref="SplitBy.Groups"/>.</param>
/// <param name="Leaky">Declares that groups stand on both sides; every figure then says so.</param>
public sealed record DatasetSplit(
    string Name,
    SplitBy By,
    string? File = null,
    IReadOnlyList<string>? Train = null,
    IReadOnlyList<string>? Test = null,
    bool Leaky = false)
{
    /// <summary>The group that is judged on where <see cref="By"/> is <see cref="SplitBy.EachGroup"/>; null while all are learnt
    /// from.</summary>
    [JsonIgnore]
    public string? LeftOut { get; init; }

    /// <summary>Name of the split that leaves this group out, as <c>--split</c> takes it.</summary>
    public string NameWithout(string group) => $"{Name}:{group}";
}

public enum SplitBy
{
    [JsonStringEnumMemberName("file")]
    File,

    [JsonStringEnumMemberName("groups")]
    Groups,

    /// <summary>Each group is left out once: a split for each, named by it.</summary>
    [JsonStringEnumMemberName("each-group")]
    EachGroup,
}
