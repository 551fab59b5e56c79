using System.Globalization;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.Schema;
using static EdgeInfer.Trainer.Onnx.Schema.TensorProto.Types;

namespace EdgeInfer.Trainer.Import.Graphs;

/// <summary>Names of classes that a file keeps as a constant, into which the predicted class is an index.</summary>
internal static class ConstantClasses
{
    public static string[] Of(TensorProto classes, NodeAttributes attributes)
    {
        string[] names = (DataType)classes.DataType switch
        {
            DataType.String => [.. classes.StringData.Select(name => name.ToStringUtf8())],
            _ => [.. TensorNumbers.Of(classes, attributes.Place).Select(number => number.ToString("R", CultureInfo.InvariantCulture))],
        };
        return names.Distinct().Count() == names.Length ? names : throw attributes.Error("names a class twice");
    }
}
