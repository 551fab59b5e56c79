using System.Globalization;
using System.Text;
using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Recordings.Tests.Opening;

public sealed class SideCopiesTests : IDisposable
{
    private const int Rows = 1_200;

    private readonly SensorFolder _folder = new();

    public SideCopiesTests()
    {
        foreach (var (seed, name) in new[] { "a", "b", "c", "d" }.Index())
            _folder.Write($"{name}.csv", Noise(seed));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void RecordingsOfTheirOwnPass() => SideCopies.Refuse(RecordingSet.Open(_folder.Path));

    [Theory]
    [InlineData("copy")]
    [InlineData("a line removed")]
    [InlineData("another clock")]
    [InlineData("other digits")]
    [InlineData("half of it")]
    public void ACopyOfATrainingRecordingIsRefusedNamingBoth(string kind)
    {
        var lines = Noise(seed: 1).TrimEnd('\n').Split('\n');
        string[] changed = kind switch
        {
            "a line removed" => [.. lines.Where((_, i) => i != 600)],
            "another clock" => [lines[0], .. lines.Skip(1).Select(line => "7" + line)],
            "other digits" => [lines[0], .. lines.Skip(1).Select(line => line + "000")],
            "half of it" => [lines[0], .. lines[1..600], .. Noise(seed: 9).Split('\n')[600..1_200]],
            _ => lines,
        };
        _folder.Write("d.csv", string.Join('\n', changed) + "\n");

        var message = Assert.Throws<InvalidInputException>(() => SideCopies.Refuse(RecordingSet.Open(_folder.Path))).Message;

        Assert.StartsWith(
            $"{_folder.File("d.csv")}: the split leaks: the test recording of group 'two' is a copy of b.csv of group 'one', "
            + "which is trained on (", message, StringComparison.Ordinal);
        Assert.EndsWith("take one away, put both on one side, or declare the split leaky", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the same bytes")]
    [InlineData("another clock")]
    public void AWholeCopyIsRefusedHoweverMuchTheTrainingRepeatsItself(string kind)
    {
        // Two training groups of one content: every piece is repeated, and no number of them is above chance.
        _folder.Write("b.csv", Noise(seed: 0).Replace("t,v\n", "t,v\n\n", StringComparison.Ordinal));
        _folder.Replace("split.csv", "b.csv,high,one", "b.csv,high,three");
        _folder.Write("d.csv", kind == "another clock"
            ? string.Join('\n', Noise(seed: 0).TrimEnd('\n').Split('\n').Select((line, i) => i == 0 ? line : "7" + line)) + "\n"
            : Noise(seed: 0));

        Assert.Contains(
            "the test recording of group 'two' is a copy of a.csv of group 'one'",
            Assert.Throws<InvalidInputException>(() => SideCopies.Refuse(RecordingSet.Open(_folder.Path))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void IdenticalFilesAreACopyThoughTheirSignalIsFlat()
    {
        var flat = "t,v\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{100 * i},1.5\n"));
        _folder.Write("a.csv", flat);
        _folder.Write("d.csv", flat);

        Assert.Contains(
            "(the files are identical)",
            Assert.Throws<InvalidInputException>(() => SideCopies.Refuse(RecordingSet.Open(_folder.Path))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void LeavingAGroupOutIsRefusedWhereAnotherHoldsACopyOfIt()
    {
        _folder.Write("b.csv", Noise(seed: 0).Replace("\n100,", "\n100.0,", StringComparison.Ordinal));
        SideCopies.RefuseBetweenGroups(RecordingSet.Open(_folder.Path), allGroups: false);
        _folder.Replace("split.csv", "b.csv,high,one", "b.csv,high,three");

        var set = RecordingSet.Open(_folder.Path);
        Assert.StartsWith(
            $"{_folder.File("a.csv")}: group 'one' cannot be left out: this recording is a copy of b.csv of group 'three' (",
            Assert.Throws<InvalidInputException>(() => SideCopies.RefuseBetweenGroups(set, allGroups: false)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void GroupsOfTheTestSideAreComparedWhereTheyAreLeftOutToo()
    {
        _folder.Write("d.csv", Noise(seed: 1));
        var set = RecordingSet.Open(_folder.Path);

        SideCopies.RefuseBetweenGroups(set, allGroups: false);
        Assert.Throws<InvalidInputException>(() => SideCopies.RefuseBetweenGroups(set, allGroups: true));
    }

    [Theory]
    [InlineData("low,one,train", "low,ONE,train", "'ONE' and 'one'")]
    [InlineData("low,two,test", "low,t-wo,test", null)]
    [InlineData("low,two,test", "low,-two,test", "'-two' and 'two'")]
    public void AGroupIsWrittenInOneWay(string old, string by, string? both)
    {
        _folder.Replace("split.csv", old, by);
        if (both is null)
            RecordingSet.Open(_folder.Path);
        else
            Assert.Contains($"{both} are one group, written in two ways", _folder.Error(), StringComparison.Ordinal);
    }

    [Fact]
    public void ASplitThatIsDeclaredLeakyIsLetThrough()
    {
        _folder.Write("d.csv", Noise(seed: 1));
        _folder.Replace("dataset.json", "\"file\": \"split.csv\"", "\"file\": \"split.csv\", \"leaky\": true");

        SideCopies.Refuse(RecordingSet.Open(_folder.Path));
    }

    [Theory]
    [InlineData("ONE")]
    [InlineData("o-ne", "o ne")]
    public void AGroupStandsOnOneSideHoweverItIsWritten(string test, string train = "one")
    {
        _folder.Replace("split.csv", "low,one", $"low,{train}");
        _folder.Replace("split.csv", "high,one", $"high,{train}");
        _folder.Replace("split.csv", "high,two", $"high,{test}");

        Assert.Contains(
            $"the split leaks: group '{test}', also written '{train}', stands on both sides (a.csv: train, d.csv: test)",
            _folder.Error(), StringComparison.Ordinal);
    }

    private static string Noise(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder("t,v\n");
        for (var i = 0; i < Rows; i++)
            text.Append(CultureInfo.InvariantCulture, $"{100 * i},{random.NextSingle():F6}\n");
        return text.ToString();
    }
}
