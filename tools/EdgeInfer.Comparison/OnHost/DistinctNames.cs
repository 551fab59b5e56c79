using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Errors;
using EdgeInfer.Serving.Opening;

namespace EdgeInfer.Comparison.OnHost;

/// <summary>What candidates are called: two trainings of one model bear one name, and are told apart by their places.</summary>
internal static class DistinctNames
{
    /// <exception cref="InvalidInputException">One place is given twice.</exception>
    public static IReadOnlyList<Manifest> Of(IReadOnlyList<ReadyBundle> bundles)
    {
        var twice = bundles.GroupBy(bundle => Path.GetFullPath(bundle.Path)).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            throw new InvalidInputException(twice.First().Path, "is given twice, and a bundle against itself shows nothing");
        return
        [
            .. bundles.Select(bundle => bundles.Count(other => other.Manifest.Name == bundle.Manifest.Name) == 1
                ? bundle.Manifest
                : bundle.Manifest with { Name = bundle.Path }),
        ];
    }
}
