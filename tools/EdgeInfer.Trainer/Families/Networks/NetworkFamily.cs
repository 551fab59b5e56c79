using EdgeInfer.Trainer.Evaluation;

namespace EdgeInfer.Trainer.Families.Networks;

/// <summary>A family of networks that <c>train net</c> and <c>validate</c> know.</summary>
/// <param name="Name">As manifests and options have it.</param>
/// <param name="Architectures">Names that <c>--arch</c> takes.</param>
/// <param name="Write">
/// Writes the bundles into a folder, given what int8 may lose, 0 to 1; says why int8 was not written, or null where it was.
/// </param>
/// <param name="OfGroups">Trains it once for each group left out.</param>
internal sealed record NetworkFamily(
    string Name,
    IReadOnlyList<string> Architectures,
    Func<TrainedNetwork, string, double, string?> Write,
    Func<FoldData, IGroupFold> OfGroups) : IValidatedFamily
{
    public bool WritesCheckpoints => true;

    public IGroupFold Fold(FoldData data) => OfGroups(data);
}
