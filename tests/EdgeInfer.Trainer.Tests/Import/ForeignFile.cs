using EdgeInfer.Core.Models;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Trainer.Import;
using EdgeInfer.Trainer.Import.Graphs;
using EdgeInfer.Trainer.Import.Proof;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trees.Engines;
using Google.Protobuf;
using static EdgeInfer.Trainer.Onnx.Schema.TensorProto.Types;

namespace EdgeInfer.Trainer.Tests.Import;

/// <summary>Files around trees, and their import.</summary>
internal static class ForeignFile
{
    public const string Name = "foreign.onnx";

    /// <summary>A graph with an open number of rows, as converters write it; outputs carry no type, ZipMap's has none of ours.</summary>
    public static byte[] Bytes(
        Action<OnnxGraph> write,
        IEnumerable<string> outputs,
        bool isDouble = false,
        int features = ForeignTrees.Features,
        int opset = 17,
        int mlOpset = 3)
    {
        var graph = new OnnxGraph("foreign");
        graph.Input("input", 1, features);
        write(graph);
        foreach (var output in outputs)
            graph.Output(output, DataType.Float);
        var model = ModelProto.Parser.ParseFrom(graph.ToModel(8, opset, mlOpset));
        foreach (var output in model.Graph.Output)
            output.Type = null;
        var input = model.Graph.Input[0].Type.TensorType;
        input.ElemType = (int)(isDouble ? DataType.Double : DataType.Float);
        input.Shape.Dim[0] = new TensorShapeProto.Types.Dimension { DimParam = "N" };
        return model.ToByteArray();
    }

    public static byte[] Classifier(
        IEnumerable<AttributeProto> attributes,
        Action<OnnxGraph> rest,
        IEnumerable<string> outputs,
        bool isDouble = false,
        int features = ForeignTrees.Features)
    {
        var model = ModelProto.Parser.ParseFrom(Bytes(
            graph =>
            {
                graph.Node("TreeEnsembleClassifier", "label", OnnxGraph.MlDomain, ["input"], [.. attributes]);
                rest(graph);
            },
            outputs, isDouble, features));
        model.Graph.Node.First(node => node.OpType == "TreeEnsembleClassifier").Output.Add("scores");
        return model.ToByteArray();
    }

    public static ImportedModel Import(byte[] bytes, TaskKind kind, params string[] labels) =>
        ImportedModel.Read(OnnxFile.Parse(bytes, Name), ForeignTrees.Features, kind, Named(labels));

    public static DatasetLabel[] Named(params IEnumerable<string> labels) => [.. labels.Select(label => new DatasetLabel(label))];

    /// <summary>Imports and proves over at least 16,000 rows.</summary>
    public static (ImportedModel Model, ImportProofResult Proof) Prove(byte[] bytes, TaskKind kind, params string[] labels)
    {
        var file = OnnxFile.Parse(bytes, Name);
        var imported = ImportedModel.Read(file, file.InputWidth ?? ForeignTrees.Features, kind, Named(labels));
        using var original = new OriginalTrees(file, imported.Traced);
        using IModel model = new TreeModel(imported.Ensemble);
        var random = new Random(17);
        float[][] rows = [.. Enumerable.Range(0, 200)
            .Select(_ => Enumerable.Range(0, imported.Ensemble.FeatureCount).Select(_ => (float)(random.NextDouble() * 6 - 3)).ToArray())];
        return (
            imported,
            ImportProof.Run(Name, original, model, imported.Columns, ProofRows.Of(imported.Ensemble, rows, 5), imported.Tolerance));
    }
}
