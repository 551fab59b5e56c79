namespace EdgeInfer.Trees.Files;

/// <summary>Numbers of any width one after another, the lowest bit first; the last byte is filled up with 0.</summary>
internal sealed class BitWriter
{
    private readonly List<byte> _bytes = [];
    private int _free;

    /// <param name="value">Its bits above <paramref name="width"/> must be 0.</param>
    /// <param name="width">0 to 64.</param>
    public void Write(ulong value, int width)
    {
        while (width > 0)
        {
            if (_free == 0)
            {
                _bytes.Add(0);
                _free = 8;
            }

            _bytes[^1] |= (byte)(value << (8 - _free));
            var taken = Math.Min(_free, width);
            value >>= taken;
            width -= taken;
            _free -= taken;
        }
    }

    public byte[] ToArray() => [.. _bytes];
}
