using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx.Scan;
using EdgeInfer.Onnx.Sessions;
using EdgeInfer.Trainer.Import.Proof;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace EdgeInfer.Trainer.Import.Networks;

/// <summary>A network's file as it came, byte for byte, in ONNX Runtime.</summary>
internal sealed class OriginalClassifier : IOriginalModel
{
    private const string Probabilities = "probabilities";

    private readonly NetworkFile _file;
    private readonly InputLayout _layout;
    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();

    /// <param name="file">The file, parsed.</param>
    /// <param name="bytes">The same, untouched.</param>
    /// <param name="layout">Where its input's values stand in a window.</param>
    /// <param name="labels">Of the task.</param>
    /// <param name="windows">Some, preprocessed, which show what the output is.</param>
    /// <exception cref="InvalidInputException">
    /// ONNX Runtime refuses the file; no output, or several, have a float a label; or that is neither probabilities nor logits.
    /// </exception>
    public OriginalClassifier(
        NetworkFile file, byte[] bytes, InputLayout layout, IReadOnlyList<string> labels, IEnumerable<float[]> windows)
    {
        (_file, _layout) = (file, layout);
        _session = SessionFactory.Open(bytes, file.Name, optimizedFile: null);
        try
        {
            (Output, OutputShape) = ChooseOutput(labels);
            Form = AnswerForms.Of(file.Model.Graph, Output, [.. windows.Select(Values)], file.Name);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The output with a value a label.</summary>
    public string Output { get; }

    /// <summary>Its shape for one window.</summary>
    public long[] OutputShape { get; }

    public AnswerForm Form { get; }

    public OriginalAnswers Answer(IReadOnlyList<float[]> rows)
    {
        float[][] scores = [.. rows.Select(row => AnswerForms.Probabilities(Form, Values(row)))];
        return new OriginalAnswers(scores, [.. scores.Select(row => Array.IndexOf(row, row.Max()))]);
    }

    public void Dispose()
    {
        _options.Dispose();
        _session.Dispose();
    }

    private float[] Values(float[] row) => Run(row, [Output], outputs => outputs[0].GetTensorDataAsSpan<float>().ToArray());

    private (string Name, long[] Shape) ChooseOutput(IReadOnlyList<string> labels)
    {
        string[] names = [.. _session.OutputMetadata.Keys];
        var found = Run(new float[_file.InputLength], names, outputs => names.Zip(outputs, Describe).ToArray());
        var fitting =
            found.Where(one => one.Type == nameof(TensorElementType.Float) && Shapes.ElementCount(one.Shape) == labels.Count).ToArray();
        var chosen = Array.FindIndex(fitting, one => one.Name == Probabilities || fitting.Length == 1);
        if (chosen >= 0)
            return (fitting[chosen].Name, fitting[chosen].Shape);
        var fault = fitting.Length == 0 ? "none has" : $"none is named '{Probabilities}', and {fitting.Length} have";
        throw new InvalidInputException(
            _file.Name,
            $"outputs {string.Join(", ", found.Select(one => $"'{one.Name}' [{string.Join(',', one.Shape)}] of {one.Type}"))}: "
            + $"{fault} a float for each of {labels.Count} labels ({string.Join(", ", labels)})");
    }

    private static (string Name, string Type, long[] Shape) Describe(string name, OrtValue output)
    {
        if (output.OnnxType != OnnxValueType.ONNX_TYPE_TENSOR)
            return (name, output.OnnxType.ToString(), []);
        var type = output.GetTensorTypeAndShape();
        return (name, type.ElementDataType.ToString(), type.Shape);
    }

    private T Run<T>(float[] row, string[] names, Func<IReadOnlyList<OrtValue>, T> read)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(_layout.Arrange(row), _file.InputShape);
        try
        {
            using var outputs = _session.Run(_options, [_file.Input], [input], names);
            return read(outputs);
        }
        catch (OnnxRuntimeException refused)
        {
            throw SessionFactory.Refused(_file.Name, refused);
        }
    }
}
