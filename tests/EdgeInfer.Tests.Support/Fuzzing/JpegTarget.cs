using EdgeInfer.Images.Jpeg;


namespace EdgeInfer.Tests.Support.Fuzzing;

/// <summary>One input for the reader of JPEG files.</summary>
public static class JpegTarget
{
    private const string FileName = "fuzzed.jpg";

    /// <returns>Whether it was read.</returns>
    public static bool Run(byte[] bytes) => StillReading.TryRead(bytes, FileName, JpegImage.Read);
}
