using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EdgeInfer.Recordings.Text;

/// <summary>
/// Cuts a line into fields as RFC 4180 has it, but for line breaks inside quotes: each row is one line, so that a line
/// number in an error is the one that an editor shows. The delimiter <see cref="Blanks"/> stands for any run of blanks.
/// </summary>
internal sealed class FieldSplitter(byte delimiter)
{
    /// <summary>Runs of spaces and tabs; those at the ends of a line divide nothing.</summary>
    public const byte Blanks = (byte)' ';

    private const byte Quote = (byte)'"';

    private readonly Vector256<byte> _delimiters = Vector256.Create(delimiter);
    private int[] _starts = new int[16];
    private int[] _ends = new int[16];

    public int Count { get; private set; }

    public Range this[int field] => _starts[field].._ends[field];

    /// <summary>Passes over the first <paramref name="bytes"/> of a field.</summary>
    public void Shorten(int field, int bytes) => _starts[field] += bytes;

    /// <summary>Returns false where a quoted field does not end; doubled quotes are resolved in place.</summary>
    public bool TrySplit(Span<byte> line)
    {
        Count = 0;
        if (delimiter == Blanks)
            return TrySplitBlanks(line);
        if (line.Length < Vector256<byte>.Count)
            return line.Contains(Quote) ? TrySplitQuoted(line) : SplitShort(line);

        ref var first = ref MemoryMarshal.GetReference(line);
        var quotes = Vector256.Create(Quote);
        var last = line.Length - Vector256<byte>.Count;
        var start = 0;
        for (var at = 0; at < line.Length; at += Vector256<byte>.Count)
        {
            // The last block reaches back over bytes that were looked at before.
            var from = Math.Min(at, last);
            var block = Vector256.LoadUnsafe(ref first, (nuint)from);
            var hits = (Vector256.Equals(block, _delimiters) | Vector256.Equals(block, quotes)).ExtractMostSignificantBits();
            for (hits &= uint.MaxValue << (at - from); hits != 0; hits &= hits - 1)
            {
                var place = from + BitOperations.TrailingZeroCount(hits);
                if (line[place] == Quote)
                {
                    Count = 0;
                    return TrySplitQuoted(line);
                }

                Add(start, place);
                start = place + 1;
            }
        }

        Add(start, line.Length);
        return true;
    }

    private bool SplitShort(ReadOnlySpan<byte> line)
    {
        var start = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] != delimiter)
                continue;
            Add(start, at);
            start = at + 1;
        }

        Add(start, line.Length);
        return true;
    }

    private bool TrySplitQuoted(Span<byte> line)
    {
        for (var at = 0; at <= line.Length;)
        {
            if (at < line.Length && line[at] == Quote)
            {
                if (!TryQuoted(line, ref at))
                    return false;
                continue;
            }

            var length = line[at..].IndexOf(delimiter);
            var end = length < 0 ? line.Length : at + length;
            Add(at, end);
            at = end + 1;
        }

        return true;
    }

    private bool TrySplitBlanks(Span<byte> line)
    {
        for (var at = 0; at < line.Length;)
        {
            if (IsBlank(line[at]))
            {
                at++;
                continue;
            }

            if (line[at] == Quote)
            {
                if (!TryQuoted(line, ref at))
                    return false;
                continue;
            }

            var start = at;
            while (at < line.Length && !IsBlank(line[at]))
                at++;
            Add(start, at);
        }

        return true;
    }

    private bool TryQuoted(Span<byte> line, ref int at)
    {
        var (start, write) = (at + 1, at + 1);
        for (var read = start; read < line.Length; read++)
        {
            if (line[read] != Quote)
            {
                line[write++] = line[read];
                continue;
            }

            if (read + 1 < line.Length && line[read + 1] == Quote)
            {
                line[write++] = line[read++];
                continue;
            }

            at = read + 2;
            Add(start, write);
            return read + 1 == line.Length || line[read + 1] == delimiter || (delimiter == Blanks && IsBlank(line[read + 1]));
        }

        return false;
    }

    private void Add(int start, int end)
    {
        if (Count == _starts.Length)
        {
            Array.Resize(ref _starts, 2 * Count);
            Array.Resize(ref _ends, 2 * Count);
        }

        (_starts[Count], _ends[Count]) = (start, end);
        Count++;
    }

    private static bool IsBlank(byte letter) => letter is (byte)' ' or (byte)'\t';
}
