using EdgeInfer.Cli.Tests.Support;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Cli.Tests.Data;

public sealed class DataVerbTests : IDisposable
{
    private readonly CsvFolder _folder = new();

    [Fact]
    public void InitDraftsADataSetThatCheckAccepts()
    {
        var (code, lines) = Verb.Run("data", "init", _folder.Path);

        Assert.Equal(0, code);
        Assert.True(File.Exists(_folder.File("dataset.json")));
        Assert.True(File.Exists(_folder.File("split.csv")));
        Assert.Contains("channels: ax, ay", lines);
        Assert.Contains("clock: column 'time_ms' in ms, 50 Hz; windows of 1 s", lines);
        Assert.StartsWith("learn to tell sit and walk apart, by ", lines[0], StringComparison.Ordinal);
        Assert.Contains(
            lines, line => line.StartsWith("group (", StringComparison.Ordinal) && line.EndsWith("\tsit\twalk", StringComparison.Ordinal));
        foreach (var person in new[] { "anna", "ben", "cleo", "dora" })
            Assert.Contains(lines, line => line.StartsWith($"{person}\t", StringComparison.Ordinal));

        var (checkedCode, report) = Verb.Run("data", "check", _folder.Path);
        Assert.True(checkedCode == 0, string.Join('\n', report));
        Assert.Equal($"{_folder.Path}: 8 recordings, nothing wrong", report[^1]);
    }

    [Fact]
    public void PreviewWritesThePageThatItNames()
    {
        Verb.Run("data", "init", _folder.Path);

        var (code, lines) = Verb.Run("data", "preview", _folder.Path, "--out", _folder.File("pages/one.html"));

        Assert.Equal(0, code);
        Assert.Equal($"wrote {_folder.File("pages/one.html")}; open it in a browser", Assert.Single(lines));
        Assert.Contains("<svg", File.ReadAllText(_folder.File("pages/one.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void PreviewWritesOverNothingButPages()
    {
        Verb.Run("data", "init", _folder.Path);

        var (code, lines) = Verb.Run("data", "preview", _folder.Path, "--out", _folder.File("dataset.json"));

        Assert.Equal(2, code);
        Assert.Contains("does not end in .html", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public void InitWarnsOfAClassThatLivesInOneGroup()
    {
        File.Copy(_folder.File("anna/walk.csv"), _folder.File("anna/run.csv"));

        var (_, lines) = Verb.Run("data", "init", _folder.Path);

        Assert.Contains(lines, line => line.StartsWith("warning: ", StringComparison.Ordinal)
            && line.Contains("'run'", StringComparison.Ordinal) && line.Contains("anna", StringComparison.Ordinal));
    }

    [Fact]
    public void InitTakesTheGroupFromTheUsersPattern()
    {
        var (code, lines) = Verb.Run("data", "init", _folder.Path, "--group", "^([a-z])");

        Assert.Equal(0, code);
        foreach (var initial in new[] { "a", "b", "c", "d" })
            Assert.Contains(lines, line => line.StartsWith($"{initial}\t", StringComparison.Ordinal));
    }

    [Fact]
    public void InitDoesNotOverwriteWhatAUserHasWritten()
    {
        _folder.Write("dataset.json", "mine");

        var (code, lines) = Verb.Run("data", "init", _folder.Path);

        Assert.Equal(2, code);
        Assert.Contains("dataset.json", Assert.Single(lines), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_folder.File("dataset.json")));
    }

    [Fact]
    public void CheckTellsEverythingThatIsWrong()
    {
        Verb.Run("data", "init", _folder.Path);
        _folder.Write("ben/walk.csv", "time_ms,ax,ay\n0,much,0\n");
        _folder.Write("cleo/sit.csv", "");

        var (code, lines) = Verb.Run("data", "check", _folder.Path);

        Assert.Equal(2, code);
        Assert.Contains(lines, line => line.StartsWith(_folder.File("ben/walk.csv") + ":2: column 'ax': 'much'", StringComparison.Ordinal));
        Assert.Contains($"{_folder.File("cleo/sit.csv")}: the file is empty", lines);
        Assert.EndsWith(" wrong", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void CheckOfAMissingFolderIsBadInput()
    {
        var (code, lines) = Verb.Run("data", "check", _folder.File("absent"));

        Assert.Equal(2, code);
        Assert.Equal($"{_folder.File("absent")}: folder not found", lines[0]);
    }

    [Fact]
    public void CheckKnowsTheBuiltInTasks()
    {
        var (code, lines) = Verb.Run("data", "check", Repository.SharedData("fan_vibration"), "--task", "vibration-fan");

        Assert.True(code == 0, string.Join('\n', lines));
        Assert.EndsWith("recordings, nothing wrong", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void SimulateWritesADataSetThatCheckAccepts()
    {
        var folder = _folder.File("simulated");

        var (code, lines) = Verb.Run("data", "simulate", folder, "--seed", "3");

        Assert.Equal(0, code);
        Assert.Equal([$"{folder}: 90 simulated recordings of task vibration-sim, seed 3"], lines);
        Assert.Equal($"{folder}: 90 recordings, nothing wrong", Verb.Run("data", "check", folder).Lines[^1]);
    }

    public void Dispose() => _folder.Dispose();
}
