using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Windows;
using EdgeInfer.Images.Files;

namespace EdgeInfer.Tests.Support.Fuzzing;

/// <summary>
/// One image of whatever size it says: refused as it should be, or decoded to whole levels. Anything else is an
/// exception, which the fuzzer counts as a crash.
/// </summary>
public static class StillReading
{
    /// <summary>Larger frames cost a fuzzer time and reach nothing new.</summary>
    private const int Side = 64;

    /// <summary>Twenty times the values of the largest frame here, and the decoder's tables.</summary>
    private const long Bytes = 1 << 20;

    public static bool TryRead(byte[] bytes, string fileName, StillReader read)
    {
        var (width, height) = Size(bytes, fileName);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var isRead = Decode(bytes, width, height, fileName, read);
        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        return taken <= Bytes + 16L * bytes.Length
            ? isRead
            : throw new InvalidOperationException($"reading {bytes.Length} bytes as {width} x {height} px took {taken} bytes");
    }

    private static (int Width, int Height) Size(byte[] bytes, string fileName)
    {
        try
        {
            var header = StillHeader.Read(bytes, fileName);
            return header.Width <= Side && header.Height <= Side ? (header.Width, header.Height) : (Side, Side);
        }
        catch (InvalidInputException)
        {
            return (Side, Side);
        }
    }

    private static bool Decode(byte[] bytes, int width, int height, string fileName, StillReader read)
    {
        try
        {
            foreach (var colour in new[] { FrameColour.Gray, FrameColour.Rgb })
            {
                var frame = new FrameShape(width, height, colour);
                Check(read(bytes, frame, fileName).Values(colour), frame);
            }

            return true;
        }
        catch (InvalidInputException refused) when (refused.Message.StartsWith($"{fileName}: ", StringComparison.Ordinal))
        {
            return false;
        }
    }

    private static void Check(float[] values, FrameShape frame)
    {
        if (values.Length != frame.PixelCount * frame.Channels.Count)
            throw new InvalidOperationException($"{values.Length} values for {frame}");
        if (Array.Find(values, value => value is not (>= 0 and <= 255) || value != MathF.Floor(value)) is var wrong && wrong != 0)
            throw new InvalidOperationException($"a level of {wrong}");
    }
}
