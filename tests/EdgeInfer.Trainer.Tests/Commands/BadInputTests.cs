using EdgeInfer.Trainer.Commands;
using EdgeInfer.Trainer.Tests.Samples;

namespace EdgeInfer.Trainer.Tests.Commands;

public sealed class BadInputTests
{
    [Fact]
    public void AMissingFolderIsNamed()
    {
        using var folder = new TinyRecordings();
        var missing = folder.Data + "-elsewhere";

        Assert.Contains(missing, Error(folder, missing), StringComparison.Ordinal);
    }

    [Fact]
    public void AClassWithoutTrainingWindowIsNamed()
    {
        using var folder = new TinyRecordings();
        foreach (var group in new[] { "anna", "ben", "cleo" })
            folder.Replace("split.csv", $"{group}-fast.csv,fast", $"{group}-fast.csv,slow");

        Assert.Equal($"{folder.Data}: label 'fast' has no training window", Error(folder, folder.Data));
    }

    [Fact]
    public void ASideWithoutAWholeWindowIsNamed()
    {
        using var folder = new TinyRecordings();
        folder.Replace("dataset.json", "\"seconds\": 1,", "\"seconds\": 60,");

        Assert.Equal($"{folder.Data}: the train side of the split holds no whole window", Error(folder, folder.Data));
    }

    [Fact]
    public void AnomalyIsNotTrainedByTrees()
    {
        using var folder = new TinyRecordings();
        folder.Replace("dataset.json", "\"classification\"", "\"anomaly\", \"normal\": [\"slow\"]");

        Assert.Equal("tiny: task kind Anomaly is not yet trained by trees", Error(folder, folder.Data));
    }

    [Fact]
    public void TextWhereANumberStandsIsNamedByFileLineAndColumn()
    {
        using var folder = new TinyRecordings();
        var file = Path.Combine(folder.Data, "ben-slow.csv");
        string[] lines = File.ReadAllLines(file);
        lines[9] = "broken,1";
        File.WriteAllLines(file, lines);

        var error = Error(folder, folder.Data);

        Assert.StartsWith($"{file}:10: ", error, StringComparison.Ordinal);
        Assert.Contains("'x'", error, StringComparison.Ordinal);
        Assert.Contains("'broken'", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheProcessExitsWithTwoAndOneLine()
    {
        using var folder = new TinyRecordings();
        folder.Replace("dataset.json", "\"classification\"", "\"anomaly\", \"normal\": [\"slow\"]");

        var trainer = await TrainerProcess.Run("trees", "--data", folder.Data, "--out", folder.Out);

        Assert.Equal((2, "tiny: task kind Anomaly is not yet trained by trees\n"), (trainer.ExitCode, trainer.Error));
        Assert.False(Directory.Exists(folder.Out));
    }

    private static string Error(TinyRecordings folder, string data) =>
        TrainingCommands.Error(TreesCommand.Create(), folder.Out, "--data", data, "--quick", "--out", folder.Out);
}
