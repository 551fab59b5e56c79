using System.Globalization;
using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx.Sessions;
using EdgeInfer.Trainer.Import.Graphs;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace EdgeInfer.Trainer.Import.Proof;

/// <summary>A file of trees as it came, byte for byte, in ONNX Runtime.</summary>
internal sealed class OriginalTrees : IOriginalModel
{
    private const int BatchRows = 1_000;

    private readonly OnnxFile _file;
    private readonly TracedModel _traced;
    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();
    private readonly int _batch;

    /// <exception cref="InvalidInputException">ONNX Runtime refuses the file.</exception>
    public OriginalTrees(OnnxFile file, TracedModel traced)
    {
        (_file, _traced) = (file, traced);
        _session = SessionFactory.Open(file.Bytes, file.Name, optimizedFile: null);
        _batch = _session.InputMetadata[file.Input].Dimensions is [1, _] ? 1 : BatchRows;
    }

    public OriginalAnswers Answer(IReadOnlyList<float[]> rows)
    {
        List<float[]> scores = [];
        List<int> labels = [];
        foreach (var batch in rows.Chunk(_batch))
            Answer(batch, scores, labels);
        return new OriginalAnswers([.. scores], _traced.LabelOutput is null ? null : [.. labels]);
    }

    public void Dispose()
    {
        _options.Dispose();
        _session.Dispose();
    }

    private void Answer(float[][] rows, List<float[]> scores, List<int> labels)
    {
        float[] values = [.. rows.SelectMany(row => row)];
        long[] shape = [rows.Length, rows[0].Length];
        using var input = _file.InputIsDouble
            ? OrtValue.CreateTensorValueFromMemory(Array.ConvertAll(values, value => (double)value), shape)
            : OrtValue.CreateTensorValueFromMemory(values, shape);
        string[] names = _traced.LabelOutput is { } label ? [_traced.ScoreOutput, label] : [_traced.ScoreOutput];
        try
        {
            using var outputs = _session.Run(_options, [_file.Input], [input], names);
            scores.AddRange(outputs[0].OnnxType == OnnxValueType.ONNX_TYPE_SEQUENCE ? Mapped(outputs[0]) : Rows(outputs[0], rows.Length));
            if (outputs.Count > 1)
                labels.AddRange(Labels(outputs[1]));
        }
        catch (OnnxRuntimeException refused)
        {
            throw SessionFactory.Refused(_file.Name, refused);
        }
    }

    private float[][] Rows(OrtValue tensor, int rows)
    {
        var type = tensor.GetTensorTypeAndShape().ElementDataType;
        float[] values = type switch
        {
            TensorElementType.Float => [.. tensor.GetTensorDataAsSpan<float>()],
            TensorElementType.Double => Array.ConvertAll(tensor.GetTensorDataAsSpan<double>().ToArray(), value => (float)value),
            _ => throw new InvalidInputException(_file.Name, $"output '{_traced.ScoreOutput}' has element type {type}"),
        };
        return values.Length == rows * _traced.Table.Columns.Count
            ? [.. values.Chunk(_traced.Table.Columns.Count)]
            : throw new InvalidInputException(
                _file.Name,
                $"output '{_traced.ScoreOutput}' gives {values.Length} values for {rows} rows of {_traced.Table.Columns.Count}");
    }

    /// <summary>What ZipMap makes: a map from label to score for each row.</summary>
    private IEnumerable<float[]> Mapped(OrtValue sequence)
    {
        for (var row = 0; row < sequence.GetValueCount(); row++)
        {
            using var map = sequence.GetValue(row, OrtAllocator.DefaultInstance);
            using var keys = map.GetValue(0, OrtAllocator.DefaultInstance);
            using var values = map.GetValue(1, OrtAllocator.DefaultInstance);
            var scores = new float[_traced.Table.Columns.Count];
            foreach (var (column, value) in Labels(keys).Zip(values.GetTensorDataAsSpan<float>().ToArray()))
                scores[column] = value;
            yield return scores;
        }
    }

    private int[] Labels(OrtValue tensor) => tensor.GetTensorTypeAndShape().ElementDataType switch
    {
        TensorElementType.String => [.. tensor.GetStringTensorAsArray().Select(Column)],
        TensorElementType.Int64 =>
            [.. tensor.GetTensorDataAsSpan<long>().ToArray().Select(number => Column(number.ToString(CultureInfo.InvariantCulture)))],
        var type => throw new InvalidInputException(_file.Name, $"labels have element type {type}; strings and int64 are imported"),
    };

    private int Column(string label)
    {
        var column = _traced.Labels is { } labels
            ? labels.ToList().IndexOf(label)
            : int.TryParse(label, CultureInfo.InvariantCulture, out var number) ? number : -1;
        return column >= 0 && column < _traced.Table.Columns.Count
            ? column
            : throw new InvalidInputException(_file.Name, $"predicts '{label}', which is none of its classes");
    }
}
