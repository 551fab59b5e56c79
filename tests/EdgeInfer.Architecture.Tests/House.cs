using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace EdgeInfer.Architecture.Tests;

/// <summary>The house as docs and design draw it: who may know whom. Arrows point down only.</summary>
internal static class House
{
    private static readonly string[] Device =
    [
        "EdgeInfer.Core", "EdgeInfer.Images", "EdgeInfer.Trees", "EdgeInfer.Onnx", "EdgeInfer.Bundles", "EdgeInfer.Serving",
        "EdgeInfer.Recordings", "EdgeInfer.Measurement", "EdgeInfer.Telemetry",
    ];

    public static IReadOnlyDictionary<string, string[]> MayKnow { get; } = new Dictionary<string, string[]>
    {
        ["EdgeInfer.Core"] = [],
        ["EdgeInfer.Images"] = ["EdgeInfer.Core"],
        ["EdgeInfer.Trees"] = ["EdgeInfer.Core"],
        ["EdgeInfer.Onnx"] = ["EdgeInfer.Core"],
        ["EdgeInfer.Measurement"] = ["EdgeInfer.Core"],
        ["EdgeInfer.Telemetry"] = ["EdgeInfer.Core"],
        ["EdgeInfer.Recordings"] = ["EdgeInfer.Core", "EdgeInfer.Images"],
        ["EdgeInfer.Bundles"] = ["EdgeInfer.Core"],
        ["EdgeInfer.Serving"] =
            ["EdgeInfer.Core", "EdgeInfer.Trees", "EdgeInfer.Onnx", "EdgeInfer.Bundles", "EdgeInfer.Measurement"],
        ["edgeinfer-runtime"] = Device,
        ["EdgeInfer.Datasets"] = Device,
        ["EdgeInfer.Evaluation"] = Device,
        ["edgeinfer-trainer"] = [.. Device, "EdgeInfer.Evaluation"],
        ["EdgeInfer.Comparison"] = [.. Device, "EdgeInfer.Evaluation"],
        ["EdgeInfer.Hub"] = Device,
        ["edgeinfer"] = [.. Device, "EdgeInfer.Datasets", "EdgeInfer.Evaluation", "EdgeInfer.Comparison", "EdgeInfer.Hub"],
    };

    public static IEnumerable<string> ShippedToDevice => [.. Device, "edgeinfer-runtime"];

    public static IReadOnlyList<string> ReferencesOf(string assembly)
    {
        using var file = File.OpenRead(PathOf(assembly));
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    public static Assembly Load(string assembly) => Assembly.LoadFrom(PathOf(assembly));

    private static string PathOf(string assembly) => Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll");
}
