using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Trainer.Networks.Augmentation;

namespace EdgeInfer.Trainer.Networks.Training;

/// <summary>What a network learns from.</summary>
/// <param name="Training">Samples of the groups that it learns.</param>
/// <param name="Validation">Samples of the groups that say when to stop; null trains to the last epoch.</param>
/// <param name="Augmentation">Changes each training sample anew in each epoch.</param>
/// <param name="Preprocessor">The device's own, applied after augmentation.</param>
internal sealed record TrainingSet(
    LabelledSamples Training, LabelledSamples? Validation, IAugmentation Augmentation, IPreprocessor Preprocessor)
{
    private const int Statistics = 512;

    public Distillation? Distillation { get; init; }

    /// <summary>Evenly spaced training samples, preprocessed, as many as statistics need.</summary>
    public IReadOnlyList<float[]> Some()
    {
        var taken = Math.Min(Training.Count, Statistics);
        return [.. Enumerable.Range(0, taken).Select(i =>
        {
            var input = new float[Preprocessor.OutputLength];
            Preprocessor.Apply(Training.Values[(int)((long)i * Training.Count / taken)], input);
            return input;
        })];
    }
}
