using EdgeInfer.Benchmarks.Models;

namespace EdgeInfer.Benchmarks.Trees;

/// <summary>The ensembles that are measured.</summary>
internal static class TreeCases
{
    private const string Har = "har-phone";

    private static readonly Dictionary<string, (int Trees, int Leaves)> Regressions = new()
    {
        ["100x20"] = (100, 20),
        ["500x20"] = (500, 20),
        ["2000x20"] = (2_000, 20),
        ["100x64"] = (100, 64),
        ["500x64"] = (500, 64),
    };

    public static IReadOnlyList<string> Names { get; } = [.. Regressions.Keys, Har];

    public static TreeCase Open(string name, int seed)
    {
        if (name == Har)
            return OpenHar(seed);
        var (trees, leaves) = Regressions[name];
        var model = BenchmarkEnsembles.Regression(trees, leaves);
        return new(name, model.Ensemble, model.MlNetFiles, SyntheticRows.Make(TreeCase.RowCount, seed + 1));
    }

    private static TreeCase OpenHar(int seed)
    {
        var har = new HarModel();
        var mlNet = har.MlNetFiles();
        if (mlNet.Count == 0)
            Console.WriteLine("har-phone without ML.NET's own time: ../shared/data/geotec_har is absent");
        var rows = har.Rows(TreeCase.RowCount);
        if (rows is null)
            Console.WriteLine("har-phone on seeded rows, not on people's: ../shared/data/geotec_har is absent");
        return new(Har, har.Ensemble, mlNet, rows ?? ThresholdRows.Make(har.Ensemble, TreeCase.RowCount, seed));
    }
}
