using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Errors;
using EdgeInfer.Evaluation.Answers;
using EdgeInfer.Serving.Opening;
using EdgeInfer.Trainer.Compression;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Evaluation;

namespace EdgeInfer.Benchmarks.Seeds;

/// <summary>Trains and compresses the network of a task with several seeds, and judges what comes of it on the test windows.</summary>
internal sealed class SeedStudy(SeedRuns runs, TaskData data)
{
    /// <exception cref="InvalidInputException">
    /// A network or the trees can't be trained; or a folder holds what another command made.
    /// </exception>
    public IReadOnlyList<SeedRecord> Run(int seeds, IReadOnlyList<CompressionChain> chains)
    {
        int[] numbers = [.. Enumerable.Range(1, seeds)];
        TrainerRun[] networks = [.. numbers.Select(runs.Network)];
        RunRecord[] costs = [.. networks.Select(Require)];
        string[] places = [.. networks.Select(network => BundleIn(network, "fp32"))];
        SeedResult[] fp32 = [.. numbers.Select((seed, i) => Judge(seed, places[i]))];
        SeedResult[] int8 = [.. numbers.Select((seed, i) => Judge(seed, BundleIn(networks[i], "int8")))];
        return
        [
            new("fp32", SeedFigures.Of(fp32, fp32), CostFigures.Of(costs), []),
            new("int8", SeedFigures.Of(int8, fp32), null, []),
            .. chains.Select(chain => Chain(chain, [.. numbers.Select((seed, i) => (seed, runs.Chain(seed, chain, places[i])))], fp32)),
            Trees(fp32),
        ];
    }

    private SeedRecord Chain(CompressionChain chain, IReadOnlyList<(int Seed, TrainerRun Run)> bySeed, SeedResult[] fp32)
    {
        List<SeedResult> results = [];
        List<RunRecord> costs = [];
        List<string> refusals = [];
        foreach (var (seed, run) in bySeed)
        {
            var (record, refusal) = run.Complete();
            if (record is null)
            {
                refusals.Add($"{run.Title}: {refusal}");
                continue;
            }

            results.Add(Judge(seed, BundleIn(run, "int8")));
            costs.Add(record);
        }

        return new(SeedRuns.NameOf(chain), SeedFigures.Of(results, fp32), CostFigures.Of(costs), refusals);
    }

    private SeedRecord Trees(SeedResult[] fp32)
    {
        var run = runs.Trees();
        var cost = Require(run);
        return new("trees", SeedFigures.OfTrees(Judge(SeedRuns.SeedOfTrees, BundleIn(run, "exact")), fp32), CostFigures.Of([cost]), []);
    }

    private SeedResult Judge(int seed, string place)
    {
        var bundle = BundleReader.Open(place);
        BundleTask.Require(place, bundle.Manifest, data);
        using var ready = ReadyBundle.Of(bundle, place, TimeProvider.System);
        return SeedResult.Of(
            seed,
            ClassificationEvaluation.Of(TestSide.Answer(data, [ready.Lane])[0], TestSide.Groups(data), data.Set.LabelNames),
            bundle.LoadedBytes);
    }

    private static RunRecord Require(TrainerRun run)
    {
        var (record, refusal) = run.Complete();
        return record ?? throw new InvalidInputException(run.Title, refusal!);
    }

    private static string BundleIn(TrainerRun run, string format) =>
        Directory.EnumerateDirectories(run.Folder).FirstOrDefault(place => BundleReader.Open(place).Manifest.Format.Name == format)
        ?? throw new InvalidInputException(run.Folder, $"holds no bundle of format {format}; remove it to train again");
}
