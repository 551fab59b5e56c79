using System.Globalization;
using System.Runtime.InteropServices;
using EdgeInfer.Core.Models;
using EdgeInfer.Onnx;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Files;

// Scores rows as often as it is told, and does nothing else: an emulator counts what that takes.
if (args is not [var engine, var file, var rowsFile, var times])
{
    Console.Error.WriteLine("usage: edgeinfer-instruction-probe onnx|KERNEL MODEL ROWS CALLS");
    return 2;
}

var model = File.ReadAllBytes(file);
using IModel scorer = engine == "onnx"
    ? OnnxModel.Load(model, file, "raw_scores")
    : new TreeModel(CompactTreeFile.Read(model, file), Enum.Parse<TreeKernel>(engine));
var values = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(rowsFile)).ToArray();
var rows = values.Length / scorer.InputLength;
var output = new float[scorer.OutputLength];
for (var call = int.Parse(times, CultureInfo.InvariantCulture); call > 0; call--)
    scorer.Predict(values.AsSpan(call % rows * scorer.InputLength, scorer.InputLength), output);
Console.WriteLine(string.Join(' ', output));
return 0;
