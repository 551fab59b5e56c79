using System.Text.Json;
using EdgeInfer.Cli.Tests.Support;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Cli.Tests.Comparing;

public sealed class DeletionTestVerbTests
{
    [Fact]
    public void ADeletionTestIsATableOrJson()
    {
        using var folder = new TemporaryFolder();
        string[] test =
        [
            "deletion-test", TinyTask.WriteTreeBundle(folder.File("trees")), TinyTask.WriteOnnxBundle(folder.File("net")),
            "--data", TinyTask.WriteData(folder.File("data"), windows: 4, "a", "b"),
        ];

        var (_, lines) = Verb.Run(test);
        var (_, json) = Verb.Run([.. test, "--json"]);

        Assert.StartsWith(
            "deletion of 20 segments in the order of the explanation, against 5 random orders a window (seed 1); "
            + "tiny, test side of split 'file' (simulated)",
            lines[0], StringComparison.Ordinal);
        Assert.Matches(
            @"^tiny-fasttree-exact: score \+0\.\d{3} \[[+-]0\.\d{3}, \+0\.\d{3}\] over 2 groups, 8 windows; "
            + @"areas 0\.\d{3} explained, 0\.\d{3} random \(simulated\)$",
            lines[1]);
        Assert.Matches(
            @"^tiny-fasttree-exact: an explanation takes 21 inferences, \d+\.\d times one inference \(\d+\.\d to \d+\.\d\)$", lines[2]);
        Assert.Matches(@"^tiny-fasttree-exact - tiny-cnn-fp32: [+-]0\.\d{3} \[", lines[5]);
        Assert.Equal("test side opened once", lines[^1]);
        using var document = JsonDocument.Parse(string.Join('\n', json));
        Assert.Equal(21, document.RootElement.GetProperty("models")[1].GetProperty("forward_passes").GetInt32());
        Assert.True(document.RootElement.GetProperty("models")[1].GetProperty("cost_ratio_p90").GetDouble() > 0);
        Assert.Equal("simulated", document.RootElement.GetProperty("marks")[0].GetString());
        Assert.Equal(1, document.RootElement.GetProperty("openings").GetProperty("times").GetInt32());
    }

    [Fact]
    public void AWindowThatNoModelAnswersIsLeftOutAndCounted()
    {
        using var folder = new TemporaryFolder();
        var data = TinyTask.WriteData(folder.File("data"), windows: 4, "a", "b");
        var file = Path.Combine(data, "b.csv");
        File.WriteAllText(file, File.ReadAllText(file).Replace("1200,1,0,", "1200,1,nan,", StringComparison.Ordinal));

        var (code, lines) = Verb.Run("deletion-test", TinyTask.WriteTreeBundle(folder.File("trees")), "--data", data);

        Assert.Equal(0, code);
        Assert.Equal("1 windows hold NaN or an infinity and are left out", lines[1]);
        Assert.Contains("over 2 groups, 7 windows;", lines[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("missing", "--seed", "-1")]
    public void BadInputIsOneLineAndExitCode2(params string[] arguments)
    {
        var (code, lines) = Verb.Run(["deletion-test", "--data", "missing", .. arguments]);

        Assert.Equal(2, code);
        Assert.Single(lines);
    }

    [Fact]
    public void WithoutABundleNothingRuns() =>
        Assert.NotEmpty(CommandTree.Create().Parse(["deletion-test", "--data", "missing"]).Errors);
}
