using EdgeInfer.Trainer.Evaluation;

namespace EdgeInfer.Trainer.Families.Trees;

/// <summary>A family of trees that <c>train trees</c> and <c>validate</c> know.</summary>
/// <param name="Name">As options and manifests have it.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Create">
/// From the size of an ensemble, the seed of every random choice, and whether each class is learnt against the rest where it need not be.
/// </param>
internal sealed record TreeFamily(string Name, string Title, Func<TreeTrainingOptions, int, bool, ITreeTraining> Create) : IValidatedFamily
{
    public bool WritesCheckpoints => false;

    public ITreeTraining Training(bool quick, int seed, bool oneVersusRest = false) =>
        Create(quick ? TreeTrainingOptions.Quick : TreeTrainingOptions.Full, seed, oneVersusRest);

    public IGroupFold Fold(FoldData data) => new TreeFold(data, Training(data.Quick, data.Seed));
}
