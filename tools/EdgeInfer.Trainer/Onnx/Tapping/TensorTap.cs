using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx.Scan;
using EdgeInfer.Onnx.Sessions;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Onnx.Schema;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace EdgeInfer.Trainer.Onnx.Tapping;

/// <summary>
/// A network that shows the values of tensors inside it: they are made outputs. Each session takes a few tensors, as many as
/// their bytes allow, since outputs can't share memory as tensors inside a graph do; one session is open at a time.
/// </summary>
internal sealed class TensorTap : IDisposable
{
    /// <summary>A quarter of what ONNX Runtime may hold: weights and scratch need room beside tapped tensors.</summary>
    private const long MaxTappedBytes = OnnxLimits.MaxArenaBytes / 4;

    private const int TensorsASession = 64;

    private readonly ModelProto _model;
    private readonly NetworkFile _file;
    private readonly RunOptions _options = new();
    private readonly List<TapPart> _parts = [];
    private readonly bool _tapsInput;
    private TapSession? _open;

    /// <param name="model">A graph with the input of <paramref name="file"/>.</param>
    /// <param name="file">Names the model in errors, and its input.</param>
    /// <param name="tensors">Outputs of nodes, or the input itself.</param>
    /// <exception cref="InvalidInputException">ONNX Runtime refuses the graph, or a tensor alone passes the limit of bytes.</exception>
    public TensorTap(ModelProto model, NetworkFile file, IReadOnlyList<string> tensors)
    {
        (_model, _file) = (model, file);
        _tapsInput = tensors.Contains(file.Input);
        try
        {
            foreach (var part in tensors.Where(name => name != file.Input).Chunk(TensorsASession))
                Divide(part);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Tensors that share a session, without the input.</summary>
    public IEnumerable<IReadOnlyList<string>> Parts => _parts.Select(part => part.Tensors);

    /// <summary>Element type of every tapped tensor.</summary>
    public IEnumerable<(string Tensor, TensorElementType Type)> Types() => _parts.SelectMany(part => part.Tensors.Zip(part.Types));

    /// <summary>
    /// Runs the inputs and hands every tapped tensor over: those of one part for all inputs, in their order, then of the next.
    /// </summary>
    /// <exception cref="InvalidInputException">ONNX Runtime can't run the graph, or a tensor is not of float.</exception>
    public void Run(IReadOnlyList<float[]> inputs, Action<string, ReadOnlySpan<float>> visit)
    {
        foreach (var input in _tapsInput ? inputs : [])
            visit(_file.Input, input);
        Run(inputs, (name, value) => visit(name, value.GetTensorTypeAndShape().ElementDataType == TensorElementType.Float
            ? value.GetTensorDataAsSpan<float>()
            : throw new InvalidInputException(
                _file.Name, $"tensor '{name}' is of {value.GetTensorTypeAndShape().ElementDataType}, not of float")));
    }

    /// <summary>Runs one input and hands the shapes over.</summary>
    public void RunShapes(float[] input, Action<string, long[]> visit) =>
        Run([input], (name, value) => visit(name, value.GetTensorTypeAndShape().Shape));

    public void Dispose()
    {
        _options.Dispose();
        _open?.Dispose();
    }

    private void Divide(string[] tensors)
    {
        var session = Opened(tensors);
        var bytes = tensors.Sum(name => BytesOf(session.OutputMetadata[name]));
        if (bytes <= MaxTappedBytes)
        {
            _parts.Add(new TapPart(tensors, [.. tensors.Select(name => session.OutputMetadata[name].ElementDataType)]));
            return;
        }

        if (tensors.Length == 1)
            throw new InvalidInputException(
                _file.Name, $"tensor '{tensors[0]}' takes {bytes} bytes, at most {MaxTappedBytes} are looked at");
        Divide(tensors[..(tensors.Length / 2)]);
        Divide(tensors[(tensors.Length / 2)..]);
    }

    /// <summary>As ONNX Runtime infers the shape; a dimension that it can't tell counts as 1.</summary>
    private static long BytesOf(NodeMetadata tensor) =>
        tensor.Dimensions.Aggregate((long)sizeof(float), (product, dimension) => Math.Min(product, int.MaxValue) * Math.Max(dimension, 1));

    private InferenceSession Opened(string[] tensors)
    {
        if (_open?.Tensors == tensors)
            return _open.Session;
        _open?.Dispose();
        _open = null;
        var graph = _model.Clone();
        graph.Graph.Output.Clear();
        graph.Graph.Output.AddRange(tensors.Select(name => new ValueInfoProto { Name = name }));
        // Unoptimised: fusions around a tapped tensor of an int8 graph can't all be done, and ONNX Runtime then fails.
        _open = new TapSession(
            tensors, SessionFactory.Open(OnnxProto.Write(graph), _file.Name, optimizedFile: null, GraphOptimizationLevel.ORT_DISABLE_ALL));
        return _open.Session;
    }

    private void Run(IReadOnlyList<float[]> inputs, Action<string, OrtValue> visit)
    {
        foreach (var part in _parts)
        {
            foreach (var input in inputs)
                Run(part.Tensors, input, visit);
        }
    }

    private void Run(string[] tensors, float[] input, Action<string, OrtValue> visit)
    {
        using var value = OrtValue.CreateTensorValueFromMemory(input, _file.InputShape);
        try
        {
            using var outputs = Opened(tensors).Run(_options, [_file.Input], [value], tensors);
            for (var i = 0; i < tensors.Length; i++)
                visit(tensors[i], outputs[i]);
        }
        catch (OnnxRuntimeException refused)
        {
            throw SessionFactory.Refused(_file.Name, refused);
        }
    }
}
