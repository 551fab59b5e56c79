using EdgeInfer.Bundles.Vocabulary;

namespace EdgeInfer.Comparison.Wording;

/// <summary>What people call a model of a family in a format.</summary>
internal static class ModelTitle
{
    public static string Of(ModelFamily family, ModelFormat format) =>
        format == ModelFormat.Exact || family.Learner == Learner.Distance ? family.Title : $"{format} {family.Title}";
}
