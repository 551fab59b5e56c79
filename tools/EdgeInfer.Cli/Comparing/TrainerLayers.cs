using EdgeInfer.Cli.Processes;
using EdgeInfer.Comparison.OnHost;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Cli.Comparing;

/// <summary>The trainer's process, which reads ONNX files layer by layer.</summary>
/// <param name="data"><c>--data</c>, <c>--task</c> and <c>--split</c> of the inputs.</param>
internal sealed class TrainerLayers(IReadOnlyList<string> data) : ILayerComparison
{
    public async Task<IReadOnlyList<LayerDifference>> CompareAsync(string first, string second, CancellationToken stop)
    {
        var file = Path.GetTempFileName();
        try
        {
            var code = await ChildProcess.RunAsync(Sibling.Trainer, ["layers", first, second, .. data, "--json", file], stop)
                .ConfigureAwait(false);
            return code == 0
                ? JsonReport.ReadLayers(await File.ReadAllBytesAsync(file, stop).ConfigureAwait(false))
                : throw new InvalidInputException(second, "could not be compared layer by layer; the trainer has said why");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
