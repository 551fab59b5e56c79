using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Trainer.Evaluation;

namespace EdgeInfer.Trainer.Families.Cnn;

/// <summary>Convolutional networks on raw windows or images.</summary>
internal sealed class CnnFamily : IValidatedFamily
{
    public static string FamilyName => ModelFamily.Cnn.Name;

    public string Name => FamilyName;

    public bool WritesCheckpoints => true;

    public IGroupFold Fold(FoldData data) => new CnnFold(data);
}
