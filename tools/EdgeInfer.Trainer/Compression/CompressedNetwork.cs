namespace EdgeInfer.Trainer.Compression;

/// <summary>A network between two steps.</summary>
/// <param name="Name">Bundle or file, for errors.</param>
/// <param name="Model">Content of an ONNX file.</param>
/// <param name="Format">fp32, fp16 or int8.</param>
/// <param name="Steps">What was done so far, in order, with parameters.</param>
internal sealed record CompressedNetwork(string Name, byte[] Model, string Format, IReadOnlyList<string> Steps)
{
    public const string Float = "fp32";
    public const string Half = "fp16";
    public const string Integers = "int8";

    /// <summary>The steps as one text; <c>none</c> for the original.</summary>
    public string Description => Steps.Count == 0 ? "none" : string.Join(',', Steps);
}
