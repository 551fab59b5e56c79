using EdgeInfer.Core.Errors;
using static System.FormattableString;

namespace EdgeInfer.Images.Jpeg;

/// <summary>The tables of a JPEG file (ITU-T T.81, B.2.4.1 and B.2.4.2), as far as the decoder trusts them.</summary>
internal sealed class JpegTables(string path)
{
    private const int Coefficients = 64;
    private const int LengthCounts = 16;
    private const int Codes = 256;

    private readonly HashSet<int> _quantizations = [];
    private int[]? _atFirstScan;

    /// <exception cref="InvalidInputException">A table of quantisation does not fill its place.</exception>
    public void AddQuantizations(ReadOnlySpan<byte> segment)
    {
        while (!segment.IsEmpty)
        {
            var length = 1 + Coefficients * (1 + (segment[0] >> 4));
            if (segment[0] >> 4 > 1 || length > segment.Length)
                throw Damaged(Invariant($"has a table of quantisation of kind {segment[0] >> 4} in {segment.Length} bytes"));
            _quantizations.Add(segment[0] & 15);
            segment = segment[length..];
        }
    }

    /// <summary>On a table without a code the decoder never ends.</summary>
    /// <exception cref="InvalidInputException">A Huffman table has no code, or does not fill its place.</exception>
    public void CheckHuffman(ReadOnlySpan<byte> segment)
    {
        while (!segment.IsEmpty)
        {
            var codes = 0;
            foreach (var count in segment[1..Math.Min(segment.Length, 1 + LengthCounts)])
                codes += count;
            if (codes is < 1 or > Codes || segment.Length < 1 + LengthCounts + codes)
                throw Damaged(Invariant($"has a Huffman table of {codes} codes in {segment.Length} bytes"));
            segment = segment[(1 + LengthCounts + codes)..];
        }
    }

    public void BeginScan() => _atFirstScan ??= [.. _quantizations];

    /// <summary>The decoder fetches the tables of all components at the first scan, and does not ask whether they are there.</summary>
    public void Require(JpegFrame frame)
    {
        foreach (var (component, table) in frame.Components.Zip(frame.Quantizations))
        {
            if (_atFirstScan?.Contains(table) != true)
                throw Damaged(Invariant($"has no table {table} of quantisation for component {component} in front of its first scan"));
        }
    }

    private InvalidInputException Damaged(string reason) => new(path, $"a damaged JPEG: {reason}");
}
