namespace EdgeInfer.Comparison.Wording;

/// <summary>What people call a model of a family in a format.</summary>
internal static class ModelTitle
{
    public static string Of(string family, string format)
    {
        var name = family switch
        {
            "fasttree" => "FastTree",
            "forest" => "random forest",
            "lightgbm" => "LightGBM",
            "cnn" => "CNN",
            "kmeans" => "k-means",
            "pca" => "PCA",
            _ => family,
        };
        return format == "exact" || family is "kmeans" or "pca" ? name : $"{format} {name}";
    }
}
