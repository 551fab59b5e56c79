namespace EdgeInfer.Tests.Support.Fuzzing;

/// <summary>Damages a file as transfers, disks and attackers do: flipped bits, other bytes, cuts, and parts of another.</summary>
public sealed class CorpusMutations(IReadOnlyList<byte[]> corpus, int seed)
{
    private static readonly byte[] AwkwardBytes = [0, 1, 0x7F, 0x80, 0xFF];

    private readonly Random _random = new(seed);

    public byte[] Next()
    {
        var bytes = (byte[])Any().Clone();
        for (var changes = _random.Next(1, 4); changes > 0; changes--)
            bytes = Change(bytes);
        return bytes;
    }

    private byte[] Change(byte[] bytes)
    {
        if (bytes.Length == 0)
            return Any();
        var at = _random.Next(bytes.Length);
        switch (_random.Next(6))
        {
            case 0:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                return bytes;
            case 1:
                bytes[at] = AwkwardBytes[_random.Next(AwkwardBytes.Length)];
                return bytes;
            case 2:
                bytes.AsSpan(at, Math.Min(4, bytes.Length - at)).Fill(AwkwardBytes[_random.Next(AwkwardBytes.Length)]);
                return bytes;
            case 3:
                return bytes[..at];
            case 4:
                return [.. bytes, .. new byte[_random.Next(1, 40)]];
            default:
                var other = Any();
                return [.. bytes.AsSpan(0, at), .. other.AsSpan(_random.Next(other.Length))];
        }
    }

    private byte[] Any() => corpus[_random.Next(corpus.Count)];
}
