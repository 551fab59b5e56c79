using EdgeInfer.Core.Errors;
using EdgeInfer.Images.Pixels;
using static System.FormattableString;

namespace EdgeInfer.Images.Jpeg;

/// <summary>The scans of a frame (ITU-T T.81, B.2.3 and G.1.1.1).</summary>
internal sealed class JpegScans(JpegFrame frame, string path)
{
    private const int LastCoefficient = 63;
    private const int LastBit = 13;

    private readonly HashSet<byte> _begun = [];
    private int _count;

    public JpegFrame Frame => frame;

    /// <exception cref="InvalidInputException">Names an unknown component or impossible coefficients, or is one too many.</exception>
    public void Add(ReadOnlySpan<byte> segment)
    {
        if (++_count > ImageLimits.JpegScans)
            throw Damaged(Invariant($"has more than {ImageLimits.JpegScans} scans"));
        var count = segment.IsEmpty ? 0 : segment[0];
        if (count < 1 || count > frame.Components.Count || segment.Length != 4 + 2 * count)
            throw Damaged(Invariant(
                $"has scan {_count} of {count} components in {segment.Length} bytes, where the frame has {frame.Components.Count}"));
        var (first, last) = (segment[^3], segment[^2]);
        var (high, low) = (segment[^1] >> 4, segment[^1] & 15);
        if (first > last || last > LastCoefficient || high > LastBit || low > LastBit)
            throw Damaged(Invariant($"has scan {_count} of coefficients {first} to {last}, bits {high} to {low}"));
        if (frame.IsProgressive && (first == 0 ? last > 0 : count > 1))
            throw Damaged(Invariant($"has progressive scan {_count} of coefficients {first} to {last} in {count} components"));
        var seen = new HashSet<byte>();
        for (var i = 0; i < count; i++)
        {
            var component = segment[1 + 2 * i];
            if (!frame.Components.Contains(component) || !seen.Add(component))
                throw Damaged(Invariant($"has scan {_count} of component {component}, which the frame lacks or the scan repeats"));
            if (first == 0)
                _begun.Add(component);
        }
    }

    /// <summary>Every component needs a scan that begins at its mean.</summary>
    public void RequireAll()
    {
        foreach (var component in frame.Components)
        {
            if (!_begun.Contains(component))
                throw Damaged(Invariant($"has no scan with the mean of component {component}"));
        }
    }

    private InvalidInputException Damaged(string reason) => new(path, $"a damaged JPEG: {reason}");
}
