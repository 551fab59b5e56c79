using EdgeInfer.Benchmarks.Networks;
using EdgeInfer.Core.Models;
using EdgeInfer.Onnx;

namespace EdgeInfer.Benchmarks.Conventions;

/// <summary>A file in a session.</summary>
/// <param name="File">The file.</param>
/// <param name="Exact">
/// With <c>session.x64quantprecision</c>, as our sessions are; without it products saturate on x64 that lacks VNNI.
/// </param>
/// <param name="Model">The session.</param>
internal sealed record NetworkSession(QuantizedFile File, bool Exact, IModel Model) : IDisposable
{
    public string Name => $"{File.Name}, {(Exact ? "exact" : "default")}";

    /// <summary>Both sessions; one of what has no integers to saturate.</summary>
    public static IEnumerable<NetworkSession> Open(QuantizedFile file)
    {
        yield return new(file, Exact: true, OnnxModel.Load(file.Model, file.Name));
        if (file.Name != QuantizedFile.Fp32)
            yield return new(file, Exact: false, new SaturatingNetwork(file.Model));
    }

    public void Dispose() => Model.Dispose();
}
