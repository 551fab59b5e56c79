using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Networks;

namespace EdgeInfer.Trainer.Families.Networks;

/// <summary>A network after its training, and what its bundles are made from.</summary>
/// <param name="Network">Trained.</param>
/// <param name="Data">Of its task.</param>
/// <param name="Preprocessing">Of its inputs.</param>
/// <param name="Calibration">Preprocessed inputs that int8 takes its ranges from.</param>
/// <param name="Training">How it was trained, for manifests.</param>
internal sealed record TrainedNetwork(
    GraphModule Network, TaskData Data, ManifestPreprocessing Preprocessing, float[][] Calibration, ManifestTraining Training);
