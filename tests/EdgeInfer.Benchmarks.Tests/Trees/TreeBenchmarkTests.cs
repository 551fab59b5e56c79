using EdgeInfer.Benchmarks.Harness;
using EdgeInfer.Benchmarks.Models;
using EdgeInfer.Benchmarks.Trees;
using EdgeInfer.Trees.Engines;

namespace EdgeInfer.Benchmarks.Tests.Trees;

public class TreeBenchmarkTests
{
    private static readonly InterleavedOptions Brief = new()
    {
        Rounds = 2, Block = TimeSpan.FromMicroseconds(50), WarmUp = TimeSpan.FromMilliseconds(1),
    };

    [Fact]
    public void TheCasesAreThoseOfTheIssue() =>
        Assert.Equal(["100x20", "500x20", "2000x20", "100x64", "500x64", "har-phone"], TreeCases.Names);

    [Fact]
    public void EveryKernelIsExactAndAllocatesNothingBesidePeersOnTheSameTrees()
    {
        var ensemble = TinyEnsemble.Make();
        var result = TreeBenchmark.Run(new("tiny", ensemble, [], ThresholdRows.Make(ensemble, TreeCase.RowCount, seed: 3)), Brief);

        Assert.Empty(result.Faults());
        Assert.All(
            TreeModel.KernelsFor(ensemble),
            kernel => Assert.Contains(result.Ours, ours => ours.Kernel == kernel.ToString() && ours.Mode == "single"));
        Assert.All(result.Ours, ours => Assert.Contains("ort", ours.Ratio));
        Assert.All(result.Ours, ours => Assert.Contains("lightgbm", ours.Ratio));
        Assert.All(result.Peers.Where(peer => peer.Peer != "xgboost"), peer => Assert.True(peer.Agreement.BitEqual, peer.ToString()));
        Assert.All(result.Peers, peer => Assert.InRange(peer.Agreement.LargestDifference, 0, 1e-6));
    }
}
