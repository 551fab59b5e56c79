using EdgeInfer.Tests.Support.Fuzzing;
using EdgeInfer.Trainer.Tests.Support.Fuzzing;

namespace EdgeInfer.Fuzzing;

/// <summary>What can be fuzzed, by the name of its folder in Corpus.</summary>
internal static class FuzzTargets
{
    private static readonly Dictionary<string, Func<byte[], bool>> ByName = new()
    {
        ["trees"] = TreesTarget.Run,
        ["jpeg"] = JpegTarget.Run,
        ["png"] = PngTarget.Run,
        ["idx"] = IdxTarget.Run,
        ["onnx"] = OnnxTarget.Run,
        ["text"] = TextTarget.Run,
    };

    public static Func<byte[], bool> Named(string name) => ByName.TryGetValue(name, out var run)
        ? run
        : throw new ArgumentException($"'{name}' is none of {string.Join(", ", ByName.Keys)}", nameof(name));
}
