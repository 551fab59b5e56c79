using System.Text.Json.Serialization;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Recordings.Layout;

/// <param name="Name">Name of the class, as models and messages give it.</param>
/// <param name="Value">Text that stands for it in a label column or split.csv; the name where null.</param>
public sealed record DatasetLabel(string Name, string? Value = null);

/// <param name="Name">Column in the CSV file.</param>
/// <param name="Unit">Unit of its values.</param>
/// <param name="Role">Signal or shaft speed.</param>
/// <param name="Scale">
/// Unit a step where the file holds whole-number codes: value = code x scale, both rounded to 32-bit floats first. 1 where null.
/// </param>
public sealed record DatasetChannel(string Name, string Unit, ChannelRole Role = ChannelRole.Signal, float? Scale = null);

/// <param name="Column">Column in the CSV file.</param>
/// <param name="Unit">s, ms, us or ns.</param>
public sealed record DatasetTimestamp(string Column, string Unit);

/// <param name="Seconds">Length of a window, s.</param>
/// <param name="Overlap">Share of a training window that the next one repeats, 0 up to below 1.</param>
/// <param name="MaxGapSeconds">Longest step between samples that interpolation may cross; ten periods where null.</param>
public sealed record DatasetWindow(double Seconds, double Overlap, double? MaxGapSeconds = null);

/// <param name="Width">Columns, px.</param>
/// <param name="Height">Rows, px.</param>
/// <param name="Colour">gray or rgb; images of the other kind are converted: to luma, or to three equal channels.</param>
public sealed record DatasetFrame(int Width, int Height, FrameColour Colour)
{
    internal FrameShape ToShape() => new(Width, Height, Colour);
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
    bool Leaky = false);

public enum SplitBy
{
    [JsonStringEnumMemberName("file")]
    File,

    [JsonStringEnumMemberName("groups")]
    Groups,
}
