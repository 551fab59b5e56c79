using System.Globalization;
using Spectre.Console;
using static System.FormattableString;

namespace EdgeInfer.Trainer.Inspection;

/// <summary>What a person reads of an inspection.</summary>
internal static class InspectionConsole
{
    public static void Write(NetworkInspection inspection)
    {
        Console.WriteLine(
            Invariant($"{inspection.Name}: {inspection.Bytes} bytes, opset {inspection.Opset}, IR version ")
            + Invariant($"{inspection.IrVersion}{(inspection.Producer.Length == 0 ? "" : $", written by '{inspection.Producer}'")}"));
        if (inspection.Manifest is { } manifest)
        {
            Console.WriteLine(
                Invariant($"bundle {manifest.Name} {manifest.Version}: task {manifest.Task.Name} ")
                + Invariant($"({string.Join(", ", manifest.Task.Labels)}), preprocessing {manifest.Preprocessing.Id}"));
            foreach (var metric in manifest.Metrics)
                Console.WriteLine(Invariant($"{metric.Name} {metric.Value:F3} over {metric.Groups} groups, {metric.Source}"));
        }

        var graph = new ShownGraph(inspection);
        Console.WriteLine(
            Invariant($"input '{inspection.Input}' [{string.Join(',', inspection.InputShape)}], outputs ")
            + Invariant($"{string.Join(", ", inspection.Outputs.Select(output => $"'{output}' of layer {graph.MakerOf(output)}"))}"));
        var layers = new Table().Border(TableBorder.Ascii2)
            .AddColumns("#", "layer", "operator", "reads", "output shape", "parameters", "bytes", "multiply-accumulates");
        foreach (var layer in graph.Layers)
        {
            layers.AddRow(
                graph.NumberOf(layer), Markup.Escape(layer.Name), layer.OpType, graph.ReadBy(layer),
                Markup.Escape($"[{string.Join(',', layer.Shape)}]"), Text($"{layer.Parameters}"),
                Text($"{layer.Bytes}"), Text($"{layer.MultiplyAccumulates}"));
        }

        AnsiConsole.Write(layers);
        if (graph.Layers.Count < inspection.Layers.Count)
            Console.WriteLine(
                Invariant($"without {inspection.Layers.Count - graph.Layers.Count} QuantizeLinear and DequantizeLinear between them"));
        Console.WriteLine(Invariant($"{inspection.Parameters} parameters, {inspection.MultiplyAccumulates} multiply-accumulates"));
        var executed = new Table().Border(TableBorder.Ascii2).AddColumns("executed on this machine", "numbers", "output", "nodes");
        foreach (var each in inspection.Executed)
            executed.AddRow(Markup.Escape(each.OpType), each.Numbers, each.Types, Text($"{each.Count}"));
        AnsiConsole.Write(executed);
        Console.WriteLine(
            Invariant($"{inspection.Executing(ExecutedGraph.Integer)} nodes in integers, {inspection.Executing(ExecutedGraph.Float)} in ")
            + Invariant($"float, {inspection.Executing(ExecutedGraph.Conversion)} that convert"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
