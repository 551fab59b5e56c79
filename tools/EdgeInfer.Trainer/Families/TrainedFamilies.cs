using EdgeInfer.Trainer.Evaluation;
using EdgeInfer.Trainer.Families.Autoencoder;
using EdgeInfer.Trainer.Families.Cnn;
using EdgeInfer.Trainer.Families.Detectors;
using EdgeInfer.Trainer.Families.FastTree;
using EdgeInfer.Trainer.Families.Forest;
using EdgeInfer.Trainer.Families.Hybrid;
using EdgeInfer.Trainer.Families.KMeans;
using EdgeInfer.Trainer.Families.LightGbm;
using EdgeInfer.Trainer.Families.Networks;
using EdgeInfer.Trainer.Families.Pca;
using EdgeInfer.Trainer.Families.Trees;

namespace EdgeInfer.Trainer.Families;

/// <summary>All families that are trained. A new one is a folder beside these and a line here: commands and validation follow.</summary>
internal static class TrainedFamilies
{
    /// <summary>The first is trained where none is named.</summary>
    public static IReadOnlyList<TreeFamily> Trees { get; } =
        [FastTreeTraining.Registration, FastForestTraining.Registration, LightGbmTraining.Registration];

    public static IReadOnlyList<DetectorFamily> Detectors { get; } =
        [AutoencoderTraining.Registration, KMeansTraining.Registration, PcaTraining.Registration];

    /// <summary>The first is trained where no architecture is named.</summary>
    public static IReadOnlyList<NetworkFamily> Networks { get; } = [CnnFamily.Registration];

    public static HybridFamily Hybrid => HybridFamily.Registration;

    public static IReadOnlyList<IValidatedFamily> Validated { get; } = [.. Trees, .. Networks];

    public static TreeFamily TreesNamed(string name) => Trees.Single(family => family.Name == name);

    public static NetworkFamily NetworksOf(string? architecture) => architecture is null
        ? Networks[0]
        : Networks.Single(family => family.Architectures.Contains(architecture));
}
