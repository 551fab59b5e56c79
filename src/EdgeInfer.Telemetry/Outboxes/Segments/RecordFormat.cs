using System.Buffers.Binary;

namespace EdgeInfer.Telemetry.Outboxes.Segments;

/// <summary>
/// A record is its length (4 bytes), the <see cref="Checksum"/> of what follows (4 bytes), its kind (1 byte) and its body;
/// numbers are little-endian. The length counts kind and body.
/// </summary>
internal static class RecordFormat
{
    public const int PrefixBytes = 8;

    /// <summary>Length of kind and body: a payload at its limit, a topic of 64 KiB at MQTT's, and room for the numbers.</summary>
    public const int MaxBytes = Kinds.MessageLimits.MaxPayloadBytes + 2 * ushort.MaxValue;

    /// <summary>Whether a whole, undamaged record begins here.</summary>
    /// <param name="record">Kind and body.</param>
    public static bool TryTake(ReadOnlySpan<byte> source, out ReadOnlySpan<byte> record)
    {
        record = default;
        if (source.Length <= PrefixBytes)
            return false;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(source);
        if (length is 0 or > MaxBytes || length > source.Length - PrefixBytes)
            return false;
        var content = source.Slice(PrefixBytes, (int)length);
        if (BinaryPrimitives.ReadUInt32LittleEndian(source[4..]) != Checksum.Of(content))
            return false;
        record = content;
        return true;
    }
}
