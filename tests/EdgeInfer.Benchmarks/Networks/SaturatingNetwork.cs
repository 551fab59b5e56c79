using EdgeInfer.Core.Models;
using Microsoft.ML.OnnxRuntime;

namespace EdgeInfer.Benchmarks.Networks;

/// <summary>
/// An int8 network as ONNX Runtime runs it by default: without VNNI its products saturate at 16 bits on x64. All else is as
/// in our own sessions, one of which must have been opened before.
/// </summary>
internal sealed class SaturatingNetwork : IModel
{
    private readonly InferenceSession _session;
    private readonly OrtIoBinding _binding;
    private readonly RunOptions _runOptions = new();
    private readonly OrtValue _inputValue;
    private readonly OrtValue _outputValue;
    private readonly float[] _input;
    private readonly float[] _output;

    public SaturatingNetwork(byte[] model)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1, InterOpNumThreads = 1, ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
        };
        options.AddSessionConfigEntry("session.use_env_allocators", "1");
        _session = new InferenceSession(model, options);
        var input = _session.InputMetadata.Single();
        var output = _session.OutputNames[0];
        (_input, _inputValue) = Bound(input.Value);
        (_output, _outputValue) = Bound(_session.OutputMetadata[output]);
        _binding = _session.CreateIoBinding();
        _binding.BindInput(input.Key, _inputValue);
        _binding.BindOutput(output, _outputValue);
    }

    public int InputLength => _input.Length;

    public int OutputLength => _output.Length;

    public void Predict(ReadOnlySpan<float> input, Span<float> output)
    {
        input.CopyTo(_input);
        _session.RunWithBinding(_runOptions, _binding);
        _output.CopyTo(output);
    }

    public void Dispose()
    {
        _binding.Dispose();
        _inputValue.Dispose();
        _outputValue.Dispose();
        _runOptions.Dispose();
        _session.Dispose();
    }

    private static (float[] Values, OrtValue Bound) Bound(NodeMetadata tensor)
    {
        long[] shape = [.. tensor.Dimensions.Select(dimension => (long)Math.Max(1, dimension))];
        var values = GC.AllocateArray<float>((int)shape.Aggregate(1L, (product, dimension) => product * dimension), pinned: true);
        return (values, OrtValue.CreateTensorValueFromMemory(values, shape));
    }
}
