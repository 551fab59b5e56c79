using Microsoft.ML.OnnxRuntime;

namespace EdgeInfer.Trainer.Onnx;

/// <summary>
/// A session over a freshly written graph that gives any of its outputs, for proofs. The device goes through
/// EdgeInfer.Onnx, with the same settings.
/// </summary>
internal sealed class ExportSession : IDisposable
{
    private readonly SessionOptions _options = new();
    private readonly RunOptions _run = new();
    private readonly InferenceSession _session;
    private readonly long[] _inputShape;

    public ExportSession(byte[] model)
    {
        _session = Open(model, _options);
        _inputShape = [.. _session.InputMetadata["input"].Dimensions.Select(d => (long)d)];
    }

    public static InferenceSession Open(byte[] model, SessionOptions options)
    {
        options.IntraOpNumThreads = 1;
        options.InterOpNumThreads = 1;
        options.ExecutionMode = ExecutionMode.ORT_SEQUENTIAL;
        options.AddSessionConfigEntry("session.x64quantprecision", "1");
        return new InferenceSession(model, options);
    }

    public float[] Run(float[] input, string output)
    {
        using var value = OrtValue.CreateTensorValueFromMemory(input, _inputShape);
        using var results = _session.Run(_run, ["input"], [value], [output]);
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }

    public void Dispose()
    {
        _session.Dispose();
        _run.Dispose();
        _options.Dispose();
    }
}
