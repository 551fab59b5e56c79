using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx.Sessions;
using EdgeInfer.Trainer.NetworkFiles;
using EdgeInfer.Trainer.Onnx.Schema;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace EdgeInfer.Trainer.Tapping;

/// <summary>
/// A network that shows the values of tensors inside it: they are made outputs. Sessions take a few tensors each, since
/// outputs can't share memory as tensors inside a graph do.
/// </summary>
internal sealed class TappedNetwork : IDisposable
{
    private const int TensorsASession = 64;

    private readonly NetworkFile _file;
    private readonly RunOptions _options = new();
    private readonly List<(InferenceSession Session, string[] Tensors)> _parts = [];
    private readonly bool _tapsInput;

    /// <param name="model">A graph with the input of <paramref name="file"/>.</param>
    /// <param name="file">Names the model in errors, and its input.</param>
    /// <param name="tensors">Outputs of nodes, or the input itself.</param>
    /// <exception cref="InvalidInputException">ONNX Runtime refuses the graph.</exception>
    public TappedNetwork(ModelProto model, NetworkFile file, IReadOnlyList<string> tensors)
    {
        _file = file;
        _tapsInput = tensors.Contains(file.Input);
        foreach (var part in tensors.Where(name => name != file.Input).Chunk(TensorsASession))
        {
            var graph = model.Clone();
            graph.Graph.Output.Clear();
            graph.Graph.Output.AddRange(part.Select(name => new ValueInfoProto { Name = name }));
            // Unoptimised: fusions around a tapped tensor of an int8 graph can't all be done, and ONNX Runtime then fails.
            var session = SessionFactory.Open(graph.ToByteArray(), file.Name, optimizedFile: null, GraphOptimizationLevel.ORT_DISABLE_ALL);
            _parts.Add((session, part));
        }
    }

    /// <summary>Runs one input and hands every tapped tensor over.</summary>
    /// <exception cref="InvalidInputException">ONNX Runtime can't run the graph, or a tensor is not of float.</exception>
    public void Run(float[] input, Action<string, ReadOnlySpan<float>> visit)
    {
        if (_tapsInput)
            visit(_file.Input, input);
        Run(input, (name, value) => visit(name, value.GetTensorTypeAndShape().ElementDataType == TensorElementType.Float
            ? value.GetTensorDataAsSpan<float>()
            : throw new InvalidInputException(_file.Name, $"tensor '{name}' is of {value.GetTensorTypeAndShape().ElementDataType}, not of float")));
    }

    /// <summary>Runs one input and hands the shapes over.</summary>
    public void RunShapes(float[] input, Action<string, long[]> visit) =>
        Run(input, (name, value) => visit(name, value.GetTensorTypeAndShape().Shape));

    /// <summary>Element type of every tapped tensor.</summary>
    public IEnumerable<(string Tensor, TensorElementType Type)> Types() =>
        _parts.SelectMany(part => part.Tensors.Select(name => (name, part.Session.OutputMetadata[name].ElementDataType)));

    public void Dispose()
    {
        _options.Dispose();
        foreach (var (session, _) in _parts)
            session.Dispose();
    }

    private void Run(float[] input, Action<string, OrtValue> visit)
    {
        using var value = OrtValue.CreateTensorValueFromMemory(input, _file.InputShape);
        foreach (var (session, tensors) in _parts)
        {
            try
            {
                using var outputs = session.Run(_options, [_file.Input], [value], tensors);
                for (var i = 0; i < tensors.Length; i++)
                    visit(tensors[i], outputs[i]);
            }
            catch (OnnxRuntimeException refused)
            {
                throw SessionFactory.Refused(_file.Name, refused);
            }
        }
    }
}
