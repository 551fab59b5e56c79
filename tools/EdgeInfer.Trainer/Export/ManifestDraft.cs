using EdgeInfer.Core.Decisions;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Trainer.Export;

/// <summary>The part of a manifest that every model of a task shares; the export of a family fills in the rest.</summary>
internal static class ManifestDraft
{
    public static Manifest Of(TaskData data, ManifestTraining training) => new()
    {
        Schema = Manifest.CurrentSchema,
        Name = "",
        Version = TrainerVersion.Current,
        Task = new ManifestTask(data.Name, data.Set.Dataset.Task, data.Set.LabelNames),
        Family = ModelFamily.Of(""),
        Format = ModelFormat.Of(""),
        Engine = ModelEngine.Of(""),
        ModelFile = "",
        Input = ManifestInput.Of(data.Set.TestShape),
        Preprocessing = new ManifestPreprocessing(""),
        Decision = DecisionRule.PerWindow,
        Files = [],
        Training = training,
        Parity = new ManifestParity(0, 0, 0, ""),
        Metrics = [],
        MinimumRuntime = TrainerVersion.Current,
    };
}
