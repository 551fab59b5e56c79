using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Decisions;
using EdgeInfer.Core.Models;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Sources;
using EdgeInfer.Serving.Evaluation;
using EdgeInfer.Serving.Pipeline;
using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Trainer.Evaluation;

/// <summary>The test recordings of a task, played through the pipeline of the device as fast as they are read.</summary>
internal static class TestSide
{
    /// <returns>Answers of each lane, in the order of the recordings, then of time.</returns>
    public static IReadOnlyList<IReadOnlyList<AnsweredWindow>> Answer(TaskData data, IReadOnlyList<ModelLane> lanes) =>
        WindowEvaluation.Run(
            data.Set.TestShape,
            lanes,
            TestRecordings.Of(data.Set).Select(recording => data.Set.OpenSource(recording, Playback.Immediate)),
            TimeProvider.System,
            CancellationToken.None);

    /// <summary>Group of each stream.</summary>
    public static IReadOnlyDictionary<string, string> Groups(TaskData data) =>
        data.Set.Recordings.ToDictionary(recording => recording.Id, recording => recording.Group);

    /// <summary>Of a model that is in no bundle yet; it goes on to belong to the caller.</summary>
    public static ModelLane Lane(TaskData data, IPreprocessor preprocessor, IModel model, DecisionRule rule) => new(
        data.Name,
        sha256: "",
        new ManifestTask(data.Name, data.Set.Dataset.Task, data.Set.LabelNames),
        rule,
        preprocessor,
        model,
        TimeProvider.System);
}
