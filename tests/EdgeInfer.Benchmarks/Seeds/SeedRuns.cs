using System.Globalization;
using EdgeInfer.Trainer.Compression;
using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Benchmarks.Seeds;

/// <summary>The commands of a study: one network a seed, its chains, and trees beside them.</summary>
/// <param name="Selection">Recordings.</param>
/// <param name="Architecture">Null for the task's own.</param>
/// <param name="Folder">Receives a folder a seed.</param>
internal sealed record SeedRuns(DataSelection Selection, string? Architecture, string Folder)
{
    /// <summary>FastTree draws nothing: any other seed gives the same trees.</summary>
    public const int SeedOfTrees = 1;

    /// <summary>Every chain is to be seen: what it loses is what the table is for.</summary>
    private const string AnyLoss = "100";

    public TrainerRun Network(int seed) =>
        Run(seed, "net", ["net", "--margin", "100", .. Data, .. Architecture is null ? [] : (string[])["--arch", Architecture]]);

    /// <param name="seed">Of the network, and of training it again.</param>
    /// <param name="chain">Steps.</param>
    /// <param name="fp32">Bundle that is compressed.</param>
    public TrainerRun Chain(int seed, CompressionChain chain, string fp32) =>
        Run(seed, NameOf(chain), ["compress", fp32, .. Data, "--steps", NameOf(chain), "--margin", AnyLoss]);

    public TrainerRun Trees() => Run(SeedOfTrees, "trees", ["trees", .. Data]);

    public static string NameOf(CompressionChain chain) => string.Join(',', chain.Steps.Select(step => step.Name));

    private IEnumerable<string> Data
    {
        get
        {
            yield return "--data";
            yield return Selection.Folder;
            if (Selection.Task is { } task)
            {
                yield return "--task";
                yield return task;
            }

            if (Selection.Split is { } split)
            {
                yield return "--split";
                yield return split;
            }
        }
    }

    private TrainerRun Run(int seed, string part, IReadOnlyList<string> arguments)
    {
        var number = seed.ToString(CultureInfo.InvariantCulture);
        return new($"seed {number}, {part}", Path.Combine(Folder, $"seed-{number}", part), [.. arguments, "--seed", number]);
    }
}
