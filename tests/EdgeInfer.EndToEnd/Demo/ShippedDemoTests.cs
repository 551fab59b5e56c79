using System.Text.Json;
using System.Text.RegularExpressions;
using EdgeInfer.EndToEnd.Support;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.EndToEnd.Demo;

/// <summary>The demo as a newcomer starts it: nothing is named, and people's recordings come with the program.</summary>
public sealed partial class ShippedDemoTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WithNothingNamedModelsAreJudgedOnRecordingsOfPeople()
    {
        var result = (await ToolProcess.EdgeInferAsync(_folder.Path, "demo", "--quick", "--seed", "3")).Succeeded();

        Assert.Equal("data: har-phone (comes with the program), licence CC-BY-4.0", result.Output[0]);
        Assert.Contains("doi:10.1016/j.dib.2023.109809", result.Output[1], StringComparison.Ordinal);
        Assert.Equal("split 'subjects-11-6': 11 subjects to train on, 6 held out; seed 3", result.Output[2]);
        CheckProgress(result.Output);
        CheckReport();
        Assert.Empty(LeftBehind.In(_folder.Path));
    }

    [Fact]
    public async Task AFailureOfBothTrainingsIsSaidOnceAndNothingIsLeftBehind()
    {
        OwnRecordings.Write(_folder.File("data"));
        var description = _folder.File("data/dataset.json");
        File.WriteAllText(
            description,
            File.ReadAllText(description).Replace("\"labels\": [", "\"labels\": [{ \"name\": \"never\" }, ", StringComparison.Ordinal));

        var result = await ToolProcess.EdgeInferAsync(_folder.Path, "demo", "--quick", "--data", "data");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("data: label 'never' has no training window", Assert.Single(result.Errors));
        Assert.Empty(LeftBehind.In(_folder.Path));
    }

    /// <summary>Two processes print at once: each line is whole, and says of which model it is.</summary>
    private static void CheckProgress(IReadOnlyList<string> output)
    {
        var progress = output.Where(line => line.EndsWith(" s left", StringComparison.Ordinal)).ToArray();
        Assert.All(progress, line => Assert.Matches(Progress(), line));
        foreach (var model in new[] { "fasttree", "cnn" })
            Assert.Contains(progress, line => line.StartsWith($"har-phone-{model}: ", StringComparison.Ordinal));
    }

    private void CheckReport()
    {
        var report = JsonElement.Parse(File.ReadAllText(_folder.File("artifacts/demo/report.json")));

        Assert.False(report.GetProperty("simulated").GetBoolean());
        Assert.Equal("edgeinfer demo --seed 3 --quick", report.GetProperty("provenance").GetProperty("command").GetString());
        Assert.Equal(0, report.GetProperty("mqtt").GetProperty("lost").GetInt64());
        Assert.DoesNotContain("imulated", report.GetProperty("verdict").GetString(), StringComparison.Ordinal);
        var models = report.GetProperty("models").EnumerateArray().ToArray();
        Assert.Equal(3, models.Length);
        Assert.All(models, model =>
        {
            var accuracy = model.GetProperty("accuracy");
            Assert.InRange(accuracy.GetProperty("value").GetDouble(), 0.8, 1);
            Assert.Equal(6, accuracy.GetProperty("groups").GetInt32());
            Assert.Equal(644, accuracy.GetProperty("windows").GetInt32());
        });
    }

    [GeneratedRegex(@"^har-phone-(fasttree|cnn): \d+(\.\d)? of \d+, (log )?loss \d+\.\d{4}, \d+ s left$")]
    private static partial Regex Progress();
}
