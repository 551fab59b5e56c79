using System.Globalization;

namespace EdgeInfer.KernelProbe;

/// <summary>FNV-1a over the bits of scores.</summary>
internal sealed class ScoreDigest
{
    private ulong _digest = 0xCBF29CE484222325;

    public void Add(ReadOnlySpan<float> scores)
    {
        foreach (var score in scores)
            _digest = (_digest ^ BitConverter.SingleToUInt32Bits(score)) * 0x100000001B3;
    }

    public override string ToString() => _digest.ToString("x16", CultureInfo.InvariantCulture);
}
