using EdgeInfer.Bundles.Storage;
using EdgeInfer.Comparison.Observations;
using EdgeInfer.Hub.Ingestion;

namespace EdgeInfer.Cli.Demo;

/// <summary>What came of one test side: that of the split, or one group of those that are left out in turn.</summary>
/// <param name="Data">Its recordings.</param>
/// <param name="Bundles">Trained without its test side.</param>
/// <param name="Run">What the device said of them.</param>
/// <param name="Counts">Messages of the run.</param>
internal sealed record DemoFold(DemoData Data, IReadOnlyList<Bundle> Bundles, CollectedRun Run, SequenceCounts Counts);
