namespace EdgeInfer.Bundles.Vocabulary;

/// <summary>A word of the vocabulary that manifests are written in.</summary>
public interface IWord<TSelf>
    where TSelf : class, IWord<TSelf>
{
    /// <summary>As it stands in model.json.</summary>
    string Name { get; }

    /// <summary>The word of that name, whether this version knows it or not.</summary>
    static abstract TSelf Of(string name);
}
