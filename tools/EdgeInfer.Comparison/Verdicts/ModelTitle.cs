using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Comparison.Reports;

namespace EdgeInfer.Comparison.Verdicts;

/// <summary>What people call a model.</summary>
internal static class ModelTitle
{
    public static string Of(ModelSection model) => Of(model.Family, model.Format);

    public static string Of(string family, string format)
    {
        var known = ModelFamily.Of(family);
        return format == ModelFormat.Exact.Name || known.Learner == Learner.Distance ? known.Title : $"{format} {known.Title}";
    }
}
