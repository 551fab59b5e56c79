namespace EdgeInfer.Trainer.Evaluation;

/// <summary>A family that <c>validate</c> trains once for each group left out.</summary>
internal interface IValidatedFamily
{
    /// <summary>As options and manifests have it.</summary>
    string Name { get; }

    /// <summary>Whether its trainings can be resumed.</summary>
    bool WritesCheckpoints { get; }

    IGroupFold Fold(FoldData data);
}
