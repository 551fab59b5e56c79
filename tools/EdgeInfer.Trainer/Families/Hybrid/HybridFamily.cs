using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Families.FastTree;
using EdgeInfer.Trainer.Families.Trees;

namespace EdgeInfer.Trainer.Families.Hybrid;

/// <summary>Trees on the embeddings of a network, which <c>train hybrid</c> knows.</summary>
/// <param name="Name">As manifests have it.</param>
/// <param name="Trees">What learns from the embeddings.</param>
/// <param name="Read">Opens the network of a bundle.</param>
/// <param name="Write">Writes trees and network as one bundle into a folder.</param>
internal sealed record HybridFamily(
    string Name,
    TreeFamily Trees,
    Func<string, TaskData, EmbeddingExtractor> Read,
    Action<string, TrainedTrees, EmbeddingExtractor, TaskData, ManifestTraining> Write)
{
    public static HybridFamily Registration { get; } =
        new(ModelFamily.Hybrid.Name, FastTreeTraining.Registration, EmbeddingExtractor.Read, HybridBundleExport.Write);
}
