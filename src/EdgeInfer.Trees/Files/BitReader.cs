using EdgeInfer.Core.Errors;

namespace EdgeInfer.Trees.Files;

/// <summary>What <see cref="BitWriter"/> wrote, with the tree and node at hand for errors.</summary>
internal ref struct BitReader(ReadOnlySpan<byte> bytes, SectionPlace place)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    public int? Tree { get; set; }

    public int? Node { get; set; }

    public readonly int Remaining => (_bytes.Length * 8) - _position;

    /// <param name="width">0 to 64.</param>
    /// <exception cref="InvalidInputException">Fewer bits are left.</exception>
    public ulong Read(int width)
    {
        if (width > Remaining)
            throw Fault("the section ends here, too early");
        ulong value = 0;
        for (var got = 0; got < width;)
        {
            var used = _position % 8;
            var taken = Math.Min(8 - used, width - got);
            var part = (_bytes[_position / 8] >> used) & ((1 << taken) - 1);
            value |= (ulong)part << got;
            got += taken;
            _position += taken;
        }

        return value;
    }

    /// <summary>An index below <paramref name="count"/> in its least bits.</summary>
    /// <exception cref="InvalidInputException">It is not below, or fewer bits are left.</exception>
    public int ReadIndex(int count, string what)
    {
        var index = Read(BitWidth.OfIndex(count));
        return index < (ulong)count ? (int)index : throw Fault(FormattableString.Invariant($"{what} {index} outside 0 to {count - 1}"));
    }

    /// <exception cref="InvalidInputException">More than the last byte's filling is left, or it is not 0.</exception>
    public void End()
    {
        (Tree, Node) = (null, null);
        if (Remaining >= 8)
            throw Fault(FormattableString.Invariant($"{Remaining / 8} bytes after its last value"));
        if (Read(Remaining) != 0)
            throw Fault("the bits that fill its last byte must be 0");
    }

    public readonly InvalidInputException Fault(string reason) => place.Fault(reason, Tree, Node);
}
