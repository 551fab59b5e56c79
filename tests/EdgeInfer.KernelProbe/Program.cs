using System.Globalization;
using EdgeInfer.Core.Models;
using EdgeInfer.KernelProbe;
using EdgeInfer.Onnx;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Files;

// Scores rows as often as it is told: an emulator counts what that takes, and the digest tells whether two kernels agree.
if (args is not [var engine, var file, var rowsFile, var times])
{
    Console.Error.WriteLine("usage: edgeinfer-kernel-probe onnx|KERNEL MODEL ROWS|edges CALLS");
    return 2;
}

var model = File.ReadAllBytes(file);
using IModel scorer = engine == "onnx"
    ? OnnxModel.Load(model, file, "raw_scores")
    : new TreeModel(CompactTreeFile.Read(model, file), Enum.Parse<TreeKernel>(engine));
var calls = int.Parse(times, CultureInfo.InvariantCulture);
var rows = rowsFile == "edges" ? ProbeRows.OnEdges(CompactTreeFile.Read(model, file), calls) : ProbeRows.Read(rowsFile, scorer.InputLength);
var output = new float[scorer.OutputLength];

// FNV-1a over the bits of all outputs.
var digest = 0xCBF29CE484222325;
for (var call = 0; call < calls; call++)
{
    scorer.Predict(rows[call % rows.Length], output);
    foreach (var value in output)
        digest = (digest ^ BitConverter.SingleToUInt32Bits(value)) * 0x100000001B3;
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine} {calls} rows, digest {digest:x16}"));
return 0;
