using EdgeInfer.Core.Marks;
using EdgeInfer.Datasets.Checking;
using EdgeInfer.Datasets.Drafting;
using EdgeInfer.Datasets.Questions;
using EdgeInfer.Datasets.Tests.Support;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Tests.Paths;

public sealed class PathDraftTests : IDisposable
{
    private readonly PlainFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{1}/{0}.csv")]
    [InlineData("{0}/{1}.csv")]
    [InlineData("{0}_{1}.csv")]
    [InlineData("{1}-{0}.csv")]
    [InlineData("data/{1}/{0}_rec.csv")]
    public void ClassAndSubjectAreToldApartWhereverTheyStand(string layout)
    {
        Write(layout, ["s1", "s2", "s3"], ["run", "still", "walk"]);

        var draft = _folder.Draft();

        Assert.Equal(["run", "still", "walk"], draft.Table.Classes);
        Assert.Equal(["s1", "s2", "s3"], draft.Table.Groups);
        Assert.Equal(("subject", GroupOrigin.Named), (draft.Dataset.GroupNoun, draft.Dataset.GroupOrigin));
    }

    [Theory]
    [InlineData("{0}_{1}_{2}.csv")]
    [InlineData("{1}_{0}_{2}.csv")]
    [InlineData("{2}_{0}_{1}.csv")]
    [InlineData("{0}/{1}_{2}.csv")]
    [InlineData("{1}/{0}-{2}.csv")]
    public void MachineStateAndSessionAreReadInAnyOrder(string layout)
    {
        foreach (var session in (string[])["1", "2"])
            Write(layout.Replace("{2}", session, StringComparison.Ordinal), ["pump1", "pump2", "pump3"], ["ok", "worn"]);

        var draft = _folder.Draft();

        Assert.Equal(["ok", "worn"], draft.Table.Classes);
        Assert.Equal(["pump1", "pump2", "pump3"], draft.Table.Groups);
        Assert.StartsWith("learn to tell ok and worn apart, by ", draft.Sentences[0], StringComparison.Ordinal);
        Assert.StartsWith("the machines pump1, pump2 and pump3 are the groups, by ", draft.Sentences[1], StringComparison.Ordinal);
    }

    [Fact]
    public void TwoPartsOfUnknownWordsAreAskedAboutAndEachAnswerSettlesIt()
    {
        Write("{0}/{1}.csv", ["anna", "ben", "cleo"], ["gelb", "rot"]);

        var question = _folder.Question();

        Assert.Equal(2, question.Choices.Count);
        string[][] classes = [.. question.Choices.Select(choice => _folder.Draft(choice.Then).Table.Classes.ToArray())];
        Assert.Contains(classes, each => each.SequenceEqual(["anna", "ben", "cleo"]));
        Assert.Contains(classes, each => each.SequenceEqual(["gelb", "rot"]));
        Assert.All(question.Choices, choice => Assert.Contains(choice.Option, question.ToRefusal().Message, StringComparison.Ordinal));
    }

    [Fact]
    public void ALabelBeforeTheFirstDotAndATimeBehindItIsEdgeImpulses()
    {
        foreach (var place in (string[])["kitchen", "office"])
        {
            for (var i = 0; i < 6; i++)
                _folder.Table($"{place}/{(i % 2 == 0 ? "walk" : "still")}.16577432599{place.Length}{i}.csv");
        }

        var draft = _folder.Draft();

        Assert.Equal(["still", "walk"], draft.Table.Classes);
        Assert.Equal(["kitchen", "office"], draft.Table.Groups);
        Assert.Contains(draft.Sentences, sentence => sentence.StartsWith("the folder could be the class as "
            + "well", StringComparison.Ordinal));
    }

    [Fact]
    public void TheUsersOwnSidesAreKept()
    {
        Write("training/{1}/{0}.csv", ["s1", "s2", "s3"], ["run", "walk"]);
        Write("validation/{1}/{0}.csv", ["s4"], ["run", "walk"]);
        Write("testing/{1}/{0}.csv", ["t1", "t2"], ["run", "walk"]);

        var draft = _folder.Draft();

        Assert.Equal(["run", "walk"], draft.Table.Classes);
        Assert.Equal(SplitBy.File, draft.Dataset.Splits[0].By);
        foreach (var line in draft.SplitCsv!.TrimEnd().Split('\n').Skip(1))
            Assert.Equal(line.StartsWith("testing/", StringComparison.Ordinal), line.EndsWith(",test", StringComparison.Ordinal));
        Assert.Contains(draft.Sentences, sentence => sentence.Contains("validation is learnt from", StringComparison.Ordinal));
    }

    [Fact]
    public void AFileAClassIsCutIntoBlocksOfTimeThatAreSaidToBeOptimistic()
    {
        foreach (var name in (string[])["run", "still", "walk"])
            _folder.Table($"{name}.csv");

        var draft = _folder.Draft();

        Assert.Equal(["run", "still", "walk"], draft.Table.Classes);
        Assert.Equal((GroupOrigin.Blocks, "block"), (draft.Dataset.GroupOrigin, draft.Dataset.GroupNoun));
        Assert.Equal(draft.Dataset.Blocks * 3, draft.Table.Groups.Count);
        Assert.Contains(draft.Warnings, warning => warning.Contains("'optimistic: blocks of one recording'", StringComparison.Ordinal));
    }

    [Fact]
    public void FilesThatNothingNamesAreGroupsOfTheirOwnAndItIsSaid()
    {
        for (var i = 0; i < 6; i++)
        {
            _folder.Table($"run/rec{i}a{i}.csv");
            _folder.Table($"walk/rec{i}b{i}.csv");
        }

        var draft = _folder.Draft();

        Assert.Equal((GroupOrigin.Files, 12), (draft.Dataset.GroupOrigin, draft.Table.Groups.Count));
        Assert.Contains(draft.Warnings, warning => warning.StartsWith("nothing names a person, machine or "
            + "session", StringComparison.Ordinal));
    }

    [Fact]
    public void ASensorsNameIsNoClass()
    {
        foreach (var recording in (string[])["run_1", "run_2", "walk_1", "walk_2"])
        {
            _folder.Table($"{recording}/Accelerometer.csv");
            _folder.Table($"{recording}/Gyroscope.csv");
            _folder.Write($"{recording}/Metadata.csv", "version,device\n3,phone\n");
        }

        var draft = _folder.Draft();

        Assert.Equal(["run", "walk"], draft.Table.Classes);
        Assert.Equal(
            ["Accelerometer.x", "Accelerometer.y", "Gyroscope.x", "Gyroscope.y"], draft.Dataset.Channels.Select(channel => channel.Name));
        Assert.All(draft.Dataset.Channels, channel => Assert.Equal(channel.Name, $"{channel.File![..^4]}.{channel.Column}"));
        Assert.Contains("\nrun_1,run,run_1\n", draft.SplitCsv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{label}/{group}", "s1")]
    [InlineData("{label}/{group}.csv", "s1")]
    [InlineData("(s[0-9])", "s1")]
    public void AGroupPatternMayBeATemplateOrARegularExpression(string pattern, string first)
    {
        Write("{1}/{0}.csv", ["s1", "s2"], ["run", "walk"]);

        Assert.Equal(first, _folder.Draft(new DraftOptions(Group: pattern)).Table.Groups[0]);
    }

    [Theory]
    [InlineData("{label}-{group}", "--group: '{label}-{group}' does not match 'run/s1.csv'")]
    [InlineData("(q)", "--group: '(q)' does not match 'run/s1.csv'")]
    [InlineData("{n}/{n}", "--group: '{n}/{n}' has neither {label}, {group} nor {side}")]
    [InlineData("{lable}/{group}", "--group: '{lable}' of '{lable}/{group}' is none of {label}, {group}, {side} and {n}")]
    [InlineData("{group}/{group}", "--group: '{group}/{group}' has {group} twice")]
    public void APatternThatDoesNotFitIsRefusedByTheOptionThatGaveIt(string pattern, string message)
    {
        Write("{1}/{0}.csv", ["s1", "s2"], ["run", "walk"]);

        Assert.Equal(message, _folder.Refusal(new DraftOptions(Group: pattern)));
    }

    [Theory]
    [InlineData("{1}/{1}_acc_{0}.csv", "{1}/{1}_gyro_{0}.csv")]
    [InlineData("{1}/x_{0}.csv", "{1}/y_{0}.csv")]
    [InlineData("accel/{1}_{0}.csv", "gyro/{1}_{0}.csv")]
    public void PartsThatNameSensorsOrAxesAreNoClassesAndNoGroups(string one, string other)
    {
        Write(one, ["s1", "s2"], ["run", "walk"]);
        Write(other, ["s1", "s2"], ["run", "walk"]);

        Assert.Contains("names sensors or axes", _folder.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnIdOfSeveralDigitsNamesAPersonAndASingleLetterDoesNot()
    {
        foreach (var id in (string[])["1001", "1002", "1003"])
            Write($"{{1}}/{id}_{{0}}_1.csv", ["A", "B"], ["Sit", "Stand"]);

        Assert.Equal(["1001", "1002", "1003"], _folder.Draft().Table.Groups);
    }

    [Fact]
    public void ATextThatIsNoTableIsLeftOutAndNamed()
    {
        Write("{1}/{0}.txt", ["s1", "s2"], ["run", "walk"]);
        _folder.Write("activity_key.txt", "walking = A\nrunning\n");
        _folder.Write("readme.txt", "about\n");

        var draft = _folder.Draft();

        Assert.Contains(draft.Sentences, sentence => sentence.EndsWith(": activity_key.txt", StringComparison.Ordinal));
        Assert.Contains("not recordings, and passed over: readme.txt", draft.Sentences);
    }

    [Fact]
    public void TheNumberOfATakeIsNoPartOfTheClass()
    {
        foreach (var take in (string[])["1", "2"])
            Write($"{{1}}{take}_{{0}}.csv", ["pump1", "pump2"], ["ok", "worn"]);

        var draft = _folder.Draft();

        Assert.Equal(["ok", "worn"], draft.Table.Classes);
        Assert.Equal(["pump1", "pump2"], draft.Table.Groups);
    }

    [Fact]
    public void ClassesThatAreTheGroupsAreRefused()
    {
        Write("{1}/{0}.csv", ["s1", "s2"], ["run", "walk"]);

        Assert.Contains(
            "each class is one group (run is "
                + "run)", _folder.Refusal(new DraftOptions(Label: "{label}/{n}", Group: "{group}/{n}")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--units", "there is no column 'foo'")]
    [InlineData("--zone", "'Europe/Madrid', but the clock 'time' holds numbers")]
    [InlineData("--side", "'time' is no pattern of the path")]
    public void AnOptionThatDecidesNothingIsRefused(string option, string message)
    {
        Write("{1}/{0}.csv", ["s1", "s2"], ["run", "walk"]);

        var options = option switch
        {
            "--units" => new DraftOptions().WithUnit("foo", "g"),
            "--zone" => new DraftOptions(Zone: "Europe/Madrid"),
            _ => new DraftOptions(Side: "time"),
        };

        Assert.StartsWith($"{option}: {message}", _folder.Refusal(options), StringComparison.Ordinal);
    }

    [Fact]
    public void FilesNamedTrainAndTestAreTheSides()
    {
        foreach (var (name, first) in new[] { ("train", 0), ("test", 10) })
        {
            _folder.Table(
                $"{name}.csv", "time", row => FormattableString.Invariant($"{row / 50.0:F2}"), ",subject,label",
                row => FormattableString.Invariant($"s{first + (row / 50)},{(row % 50 < 25 ? "a" : "b")}"));
        }

        var draft = _folder.Draft();
        DraftFiles.Write(draft);

        Assert.Equal(SplitBy.File, draft.Dataset.Splits[0].By);
        Assert.Contains("\ntest.csv,per-row,per-row,test\n", draft.SplitCsv, StringComparison.Ordinal);
        Assert.Empty(DatasetCheck.Run(_folder.Path).Problems);
    }

    [Fact]
    public void ClassesThatDifferInSpellingAloneAreRefused()
    {
        Write("{1}/{0}.csv", ["s1", "s2"], ["Walk", "run", "walk"]);

        Assert.Contains("classes 'Walk' and 'walk' differ in spelling alone", _folder.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void AQuestionOffersTheGroupThatGoesWithEachClass()
    {
        Write("{1}/pat0{0}/eins.csv", ["1", "2"], ["gelb", "rot"]);
        Write("{1}/pat0{0}/zwei.csv", ["1", "2"], ["gelb", "rot"]);

        Assert.Contains("--label '{label}/{group}/{n}'", _folder.Question().Choices.Select(choice => choice.Option));
    }

    [Fact]
    public void APartThatDecidesNothingIsNamed()
    {
        Write("{1}/{0}_hip.csv", ["s1", "s2"], ["run", "walk"]);
        Write("{1}/{0}_wrist.csv", ["s1", "s2"], ["run", "walk"]);

        Assert.Contains(
            "part 2 of the file name (hip, wrist) decides nothing: recordings that differ in it are treated alike",
            _folder.Draft().Sentences);
    }

    [Fact]
    public void PathsThatTellNoClassAreRefusedWithTheWayOut()
    {
        foreach (var name in (string[])["1", "2", "3"])
            _folder.Table($"{name}.csv");

        Assert.EndsWith(
            "Give --label COLUMN, or --label with a pattern of the path such as "
                + "'{label}/{group}'.", _folder.Refusal(), StringComparison.Ordinal);
    }

    private void Write(string layout, string[] people, string[] classes)
    {
        foreach (var person in people)
        {
            foreach (var label in classes)
                _folder.Table(layout.Replace("{0}", person, StringComparison.Ordinal).Replace("{1}", label, StringComparison.Ordinal));
        }
    }
}
