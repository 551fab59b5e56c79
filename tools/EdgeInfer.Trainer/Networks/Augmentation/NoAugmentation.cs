namespace EdgeInfer.Trainer.Networks.Augmentation;

/// <summary>Features are learnt as they are: shifting or turning them means nothing.</summary>
internal sealed class NoAugmentation : IAugmentation
{
    public void Apply(ReadOnlySpan<float> sample, Span<float> target, Random random) => sample.CopyTo(target);
}
