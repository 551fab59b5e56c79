using System.Globalization;
using EdgeInfer.KernelProbe;
using EdgeInfer.Onnx;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Files;

// Scores rows as often as it is told: an emulator counts what that takes, and the digest tells whether two kernels, or two
// processors, agree.
const string OnnxEngine = "onnx";
if (args is not [var engine, var file, var rowsFile, var times])
{
    Console.Error.WriteLine("usage: edgeinfer-kernel-probe onnx[:OUTPUT]|KERNEL MODEL ROWS|edges CALLS");
    return 2;
}

var model = File.ReadAllBytes(file);
var onnx = engine.Split(':') is [OnnxEngine, .. var output] ? OnnxModel.Load(model, file, output.SingleOrDefault()) : null;
var trees = onnx is null ? new TreeModel(CompactTreeFile.Read(model, file), Enum.Parse<TreeKernel>(engine)) : null;
var calls = int.Parse(times, CultureInfo.InvariantCulture);
var rows = rowsFile == "edges"
    ? ProbeRows.OnEdges(CompactTreeFile.Read(model, file), calls)
    : ProbeRows.Read(rowsFile, onnx?.InputLength ?? trees!.InputLength);
var scores = new float[onnx?.OutputLength ?? trees!.OutputCount];

var digest = new ScoreDigest();
for (var call = 0; call < calls; call++)
{
    if (trees is null)
        onnx!.Predict(rows[call % rows.Length], scores);
    else
        trees.Score(rows[call % rows.Length], scores);
    digest.Add(scores);
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine} {calls} rows, digest {digest}"));
return 0;
