namespace EdgeInfer.Trainer.Networks.Pruning;

/// <summary>What a channel is kept for.</summary>
internal enum ChannelImportance
{
    /// <summary>Mean magnitude of its weights, normalisation folded in (Li et al., ICLR 2017).</summary>
    Magnitude,

    /// <summary>Gain of its normalisation (Liu et al., ICCV 2017).</summary>
    Gain,
}
