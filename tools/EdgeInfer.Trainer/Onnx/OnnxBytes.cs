using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx.Scan;

namespace EdgeInfer.Trainer.Onnx;

/// <summary>The content of an ONNX file, whose size is looked at before it is read.</summary>
internal static class OnnxBytes
{
    /// <exception cref="InvalidInputException">The file is absent, empty, or larger than <see cref="OnnxLimits.MaxFileBytes"/>.</exception>
    public static byte[] Read(string path)
    {
        if (!File.Exists(path))
            throw new InvalidInputException(path, "no such file");
        var length = new FileInfo(path).Length;
        return length is >= 1 and <= OnnxLimits.MaxFileBytes
            ? File.ReadAllBytes(path)
            : throw new InvalidInputException(path, $"{length} bytes, 1 to {OnnxLimits.MaxFileBytes} are read");
    }
}
