using System.Runtime.InteropServices;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Models;
using EdgeInfer.Onnx.Scan;
using EdgeInfer.Onnx.Sessions;
using Microsoft.ML.OnnxRuntime;

namespace EdgeInfer.Onnx;

/// <summary>
/// A network or a tree ensemble in an ONNX file, run by ONNX Runtime on the calling thread. Input and output are bound
/// once to pinned arrays, so that a prediction allocates nothing. An instance serves one thread at a time.
/// </summary>
public sealed class OnnxModel : IModel
{
    private readonly string _fileName;
    private readonly InferenceSession _session;
    private readonly OrtIoBinding _binding;
    private readonly RunOptions _runOptions = new();
    private readonly OrtValue _inputValue;
    private readonly OrtValue _outputValue;
    private readonly float[] _input;
    private readonly float[] _output;

    private OnnxModel(InferenceSession session, GraphSignature graph, string fileName)
    {
        _fileName = fileName;
        _session = session;
        _input = PinnedFor(graph.InputShape);
        _output = PinnedFor(graph.OutputShape);
        _inputValue = OrtValue.CreateTensorValueFromMemory(_input, graph.InputShape);
        _outputValue = OrtValue.CreateTensorValueFromMemory(_output, graph.OutputShape);
        _binding = session.CreateIoBinding();
        _binding.BindInput(graph.Input, _inputValue);
        _binding.BindOutput(graph.Output, _outputValue);
    }

    public int InputLength => _input.Length;

    public int OutputLength => _output.Length;

    /// <summary>
    /// Opens a model of one float input of any fixed shape (the first dimension may be open) and either an output
    /// named <c>probabilities</c> or exactly one output of float. The graph is run once on zeros as a proof.
    /// </summary>
    /// <param name="model">Content of the file.</param>
    /// <param name="fileName">Name for error messages.</param>
    /// <param name="output">Output to compute instead; a tensor of float.</param>
    /// <exception cref="InvalidInputException">
    /// The file passes a limit, holds subgraphs, functions, external data or foreign operators, or ONNX Runtime refuses it.
    /// </exception>
    public static OnnxModel Load(ReadOnlyMemory<byte> model, string fileName, string? output = null)
    {
        OnnxScan.Check(model.Span, fileName);
        var session = SessionFactory.Open(ToArray(model), fileName, optimizedFile: null);
        OnnxModel? opened = null;
        try
        {
            opened = new OnnxModel(session, GraphSignature.Of(session, fileName, output), fileName);
            opened.Predict(new float[opened.InputLength], new float[opened.OutputLength]);
            return opened;
        }
        catch
        {
            opened?.Dispose();
            session.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Writes the graph as ONNX Runtime optimises it on this machine, and so what it will execute, to <paramref name="optimizedFile"/>.
    /// </summary>
    /// <exception cref="InvalidInputException">As for <see cref="Load"/>.</exception>
    public static void SaveOptimized(ReadOnlyMemory<byte> model, string fileName, string optimizedFile)
    {
        OnnxScan.Check(model.Span, fileName);
        SessionFactory.Open(ToArray(model), fileName, optimizedFile).Dispose();
    }

    /// <exception cref="InvalidInputException">ONNX Runtime cannot run the graph on these values.</exception>
    public void Predict(ReadOnlySpan<float> input, Span<float> output)
    {
        if (input.Length != _input.Length)
            throw new ArgumentException($"{input.Length} inputs, the model takes {_input.Length}", nameof(input));
        if (output.Length != _output.Length)
            throw new ArgumentException($"room for {output.Length} outputs, the model gives {_output.Length}", nameof(output));

        input.CopyTo(_input);
        try
        {
            _session.RunWithBinding(_runOptions, _binding);
        }
        catch (OnnxRuntimeException refused)
        {
            throw SessionFactory.Refused(_fileName, refused);
        }

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

    private static float[] PinnedFor(long[] shape) =>
        GC.AllocateArray<float>(checked((int)Shapes.ElementCount(shape)!.Value), pinned: true);

    private static byte[] ToArray(ReadOnlyMemory<byte> model) =>
        MemoryMarshal.TryGetArray(model, out var segment) && segment.Array is { } array && array.Length == model.Length
            ? array
            : model.ToArray();
}
