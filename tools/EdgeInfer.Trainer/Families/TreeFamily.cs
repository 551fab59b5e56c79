using EdgeInfer.Trainer.Families.FastTree;
using EdgeInfer.Trainer.Families.Forest;
using EdgeInfer.Trainer.Families.LightGbm;
using EdgeInfer.Trainer.Families.Trees;

namespace EdgeInfer.Trainer.Families;

/// <summary>The families of trees, by the names that options and manifests give them.</summary>
internal static class TreeFamily
{
    public const string FastTree = "fasttree";
    public const string Forest = "forest";
    public const string LightGbm = "lightgbm";

    public static readonly string[] All = [FastTree, Forest, LightGbm];

    /// <param name="family">One of <see cref="All"/>.</param>
    /// <param name="options">Size of an ensemble.</param>
    /// <param name="seed">Of every random choice.</param>
    /// <param name="oneVersusRest">Whether LightGBM learns each class against the rest, as the others always do.</param>
    public static ITreeTraining Training(string family, TreeTrainingOptions options, int seed, bool oneVersusRest = false) => family switch
    {
        FastTree => new FastTreeTraining(options, seed),
        Forest => new FastForestTraining(options, seed),
        LightGbm => new LightGbmTraining(options, seed, oneVersusRest),
        _ => throw new ArgumentException($"unknown family {family}", nameof(family)),
    };
}
