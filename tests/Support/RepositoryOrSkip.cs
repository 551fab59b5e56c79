namespace EdgeInfer.Tests.Support;

internal static partial class Repository
{
    /// <summary>The real data sets beside the checkout; a test that needs one that is absent skips and says so.</summary>
    public static string SharedData(string folder)
    {
        var path = FindSharedData(folder);
        Assert.SkipWhen(path is null, $"needs the data set {folder} in ../shared/data");
        return path;
    }
}
