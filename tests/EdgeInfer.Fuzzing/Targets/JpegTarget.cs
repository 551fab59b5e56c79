using EdgeInfer.Images.Jpeg;


namespace EdgeInfer.Fuzzing.Targets;

/// <summary>One input for the reader of JPEG files.</summary>
internal static class JpegTarget
{
    private const string FileName = "fuzzed.jpg";

    /// <returns>Whether it was read.</returns>
    public static bool Run(byte[] bytes) => StillReading.TryRead(bytes, FileName, JpegImage.Read);
}
