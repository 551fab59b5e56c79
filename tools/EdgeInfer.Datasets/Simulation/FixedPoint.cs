using System.Buffers.Text;

namespace EdgeInfer.Datasets.Simulation;

/// <summary>Writes whole numbers of a decimal fraction: 39 with 4 decimals is 0.0039.</summary>
internal static class FixedPoint
{
    /// <summary>Returns the bytes written; at most 12.</summary>
    public static int Write(Span<byte> output, int value, int decimals)
    {
        var at = 0;
        if (value < 0)
            output[at++] = (byte)'-';
        var scale = decimals == 4 ? 10_000 : 100;
        var magnitude = Math.Abs(value);
        Utf8Formatter.TryFormat(magnitude / scale, output[at..], out var whole);
        at += whole;
        output[at++] = (byte)'.';
        Utf8Formatter.TryFormat(magnitude % scale, output[at..], out var fraction, new('D', (byte)decimals));
        return at + fraction;
    }
}
