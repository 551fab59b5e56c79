using EdgeInfer.Benchmarks.Seeds;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Compression;
using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Benchmarks.Tests.Seeds;

public sealed class SeedStudyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void WhatLiesThereIsJudgedWithoutTrainingAndARefusedChainIsNamed()
    {
        var data = Repository.FindSharedData("geotec_har");
        Assert.SkipWhen(data is null, "needs ../shared/data/geotec_har");
        var selection = new DataSelection(data, "har-phone", null);
        var runs = new SeedRuns(selection, Architecture: null, _folder.Path);
        Keep(runs.Network(1), 40, "har-phone-cnn-fp32", "har-phone-cnn-int8");
        Keep(runs.Trees(), null, "har-phone-fasttree");

        var records = new SeedStudy(runs, TaskData.Read(selection)).Run(1, [CompressionChain.Parse("fp16")]);

        Assert.Equal(["fp32", "int8", "fp16", "trees"], records.Select(record => record.Model));
        Assert.Equal(Accuracy("har-phone-cnn-fp32"), records[0].Figures!.Accuracy.Mean, 12);
        Assert.Equal(Accuracy("har-phone-cnn-int8"), records[1].Figures!.Accuracy.Mean, 12);
        Assert.Equal(Accuracy("har-phone-fasttree"), records[3].Figures!.Accuracy.Mean, 12);
        Assert.Equal(40, records[0].Cost!.Epochs!.Mean);
        Assert.Null(records[2].Figures);
        Assert.Contains("no chain ends in int8", Assert.Single(records[2].Refusals), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "seed-1", "fp16")));
    }

    public void Dispose() => _folder.Dispose();

    private static void Keep(TrainerRun run, int? epochs, params string[] models)
    {
        foreach (var model in models)
        {
            var target = Directory.CreateDirectory(Path.Combine(run.Folder, model));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "models", model)))
                File.Copy(file, Path.Combine(target.FullName, Path.GetFileName(file)));
        }

        new RunRecord(string.Join(' ', run.Arguments), "a machine", new ProcessCost(60, 80, 350), epochs).Write(run.Folder);
    }

    private static double Accuracy(string model) =>
        BundleReader.Open(Path.Combine(Repository.Root, "models", model)).Manifest.Metrics
            .Single(metric => metric.Name == "accuracy").Value;
}
