namespace EdgeInfer.Trainer.Networks.Augmentation;

/// <summary>Light changes that leave the class of a sample alone.</summary>
internal interface IAugmentation
{
    /// <summary>Writes a changed copy of <paramref name="sample"/> into <paramref name="target"/>; both raw and channel-major.</summary>
    void Apply(ReadOnlySpan<float> sample, Span<float> target, Random random);
}
