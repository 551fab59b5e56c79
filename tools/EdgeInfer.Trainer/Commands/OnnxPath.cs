namespace EdgeInfer.Trainer.Commands;

/// <summary>Tells a plain ONNX file from a bundle.</summary>
internal static class OnnxPath
{
    public static bool IsFile(string place) => place.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(place);
}
