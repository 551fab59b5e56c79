using EdgeInfer.Bundles.Manifests;

namespace EdgeInfer.Trainer.Evaluation;

/// <summary>Where a manifest's figures stand, in words.</summary>
internal static class FigureSource
{
    /// <summary>What people read of a model from elsewhere.</summary>
    public const string UnknownTraining = "what it was trained on is unknown";

    private const string TestSplit = "test split, exported model on the host";

    public static string Of(ManifestTraining training) => TestSplit
        + (training.UnknownOrigin ? $"; {UnknownTraining}" : "")
        + (training.ChosenOnTest ? "; chosen on these groups" : "");
}
