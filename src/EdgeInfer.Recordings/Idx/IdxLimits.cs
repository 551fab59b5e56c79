namespace EdgeInfer.Recordings.Idx;

internal static class IdxLimits
{
    /// <summary>Images in a file.</summary>
    public const int Images = 1_000_000;

    /// <summary>Bytes of a file once unpacked: twice MNIST's, since all are held as floats too, five bytes a pixel.</summary>
    public const int Bytes = 100_000_000;
}
