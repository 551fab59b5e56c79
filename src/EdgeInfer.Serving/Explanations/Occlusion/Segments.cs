using EdgeInfer.Bundles.Manifests;
using static System.FormattableString;

namespace EdgeInfer.Serving.Explanations.Occlusion;

/// <summary>How a raw window is divided: the same way for every model of a task, each value in exactly one segment.</summary>
public static class Segments
{
    /// <summary>Stretches of time a channel.</summary>
    private const int Stretches = 10;

    /// <summary>Patches along either side of an image.</summary>
    private const int PatchesPerSide = 6;

    public static IReadOnlyList<Segment> Of(ManifestInput input) => input.Frame is { } frame
        ? OfFrame(input.Channels.Count, frame.Height, frame.Width)
        : OfWindow([.. input.Channels.Select(channel => channel.Name)], input.Window, input.RateHz);

    /// <summary>Each channel in stretches of time as equal as samples allow; a short window has one a sample.</summary>
    public static IReadOnlyList<Segment> OfWindow(IReadOnlyList<string> channels, int length, double rateHz) =>
    [
        .. channels.SelectMany((name, channel) => Parts(length, Stretches).Select(part => new Segment(
            Invariant($"{name} {part.Start / rateHz:0.###} to {(part.Start + part.Count) / rateHz:0.###} s"),
            [new SegmentRun(channel, channel * length + part.Start, part.Count)]))),
    ];

    /// <summary>Patches of all channels together, row after row.</summary>
    public static IReadOnlyList<Segment> OfFrame(int channels, int height, int width) =>
    [
        .. Parts(height, PatchesPerSide).SelectMany(rows => Parts(width, PatchesPerSide).Select(columns => new Segment(
            Invariant($"rows {rows.Start} to {rows.Start + rows.Count - 1}, ")
            + Invariant($"columns {columns.Start} to {columns.Start + columns.Count - 1}"),
            [
                .. Enumerable.Range(0, channels).SelectMany(channel => Enumerable.Range(rows.Start, rows.Count).Select(row =>
                    new SegmentRun(channel, (channel * height + row) * width + columns.Start, columns.Count))),
            ]))),
    ];

    private static IEnumerable<(int Start, int Count)> Parts(int length, int parts)
    {
        var taken = Math.Min(length, parts);
        for (var part = 0; part < taken; part++)
        {
            var start = (int)((long)part * length / taken);
            yield return (start, (int)((part + 1L) * length / taken) - start);
        }
    }
}
