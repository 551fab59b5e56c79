using System.Runtime.CompilerServices;
using EdgeInfer.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace EdgeInfer.Trainer.Onnx;

/// <summary>
/// A session over a freshly written graph that gives any of its outputs, for proofs. The device goes through
/// EdgeInfer.Onnx, with the same settings.
/// </summary>
internal sealed class ExportSession : IDisposable
{
    private readonly SessionOptions _options;
    private readonly RunOptions _run;
    private readonly InferenceSession _session;
    private readonly long[] _inputShape;

    /// <summary>EdgeInfer.Onnx turns the runtime's telemetry off when it is loaded, which must be before the first call.</summary>
    static ExportSession() => RuntimeHelpers.RunModuleConstructor(typeof(OnnxModel).Module.ModuleHandle);

    public ExportSession(byte[] model, string? optimizedFile = null)
    {
        _run = new RunOptions();
        _options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        _options.AddSessionConfigEntry("session.x64quantprecision", "1");
        if (optimizedFile is not null)
            _options.OptimizedModelFilePath = optimizedFile;
        _session = new InferenceSession(model, _options);
        _inputShape = [.. _session.InputMetadata["input"].Dimensions.Select(d => (long)d)];
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
