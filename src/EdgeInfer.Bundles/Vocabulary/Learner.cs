namespace EdgeInfer.Bundles.Vocabulary;

/// <summary>What learnt a model, as far as comparisons tell models apart.</summary>
public enum Learner
{
    /// <summary>Decision trees on features.</summary>
    Trees,

    /// <summary>Layers of weights.</summary>
    Network,

    /// <summary>Trees on the embedding of a network.</summary>
    Hybrid,

    /// <summary>A distance to what is normal, without layers.</summary>
    Distance,
}
