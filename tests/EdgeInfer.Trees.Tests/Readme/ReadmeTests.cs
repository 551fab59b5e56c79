using EdgeInfer.Tests.Support;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Trees.Tests.Readme;

public sealed class ReadmeTests
{
    private const string Begin = "// README";
    private const string End = "// end of README";

    [Fact]
    public void TheExampleGivesScoresAndProbabilities()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("stump.trees");
        var stump = new DecisionTree(0, [1], [0.5f], [~0], [~1], [-1, 3]);
        File.WriteAllBytes(path, CompactTreeFile.Write(new(2, 1, [stump], Aggregation.Sum, new EnsembleLink.ClampedShare())));
        float[] features = [0, 1];

        // README
        var bytes = File.ReadAllBytes(path);
        var ensemble = CompactTreeFile.Read(bytes, Path.GetFileName(path));
        using var model = new TreeModel(ensemble);

        var raw = new float[model.OutputCount];
        model.Score(features, raw);

        var probabilities = new float[model.OutputLength];
        model.Predict(features, probabilities);
        // end of README

        Assert.Equal([3f], raw);
        Assert.Equal([0f, 1f], probabilities);
    }

    [Fact]
    public void TheExampleIsTheReadmes()
    {
        var here = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "EdgeInfer.Trees.Tests", "Readme", "ReadmeTests.cs"));
        var readme = File.ReadAllLines(Path.Combine(Repository.Root, "src", "EdgeInfer.Trees", "README.md"));

        Assert.Equal(Between(here, Begin, End), Between(readme, "```csharp", "```"));
    }

    private static IEnumerable<string> Between(string[] lines, string begin, string end) =>
        lines.Select(line => line.Trim()).SkipWhile(line => line != begin).Skip(1).TakeWhile(line => line != end);
}
