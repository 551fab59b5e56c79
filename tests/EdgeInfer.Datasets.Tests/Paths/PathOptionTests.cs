using EdgeInfer.Datasets.Questions;
using EdgeInfer.Datasets.Tests.Support;

namespace EdgeInfer.Datasets.Tests.Paths;

/// <summary>What a user decides about paths, and what is asked.</summary>
public sealed class PathOptionTests : IDisposable
{
    private readonly PlainFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{label}/{group}", "s1")]
    [InlineData("{label}/{group}.csv", "s1")]
    [InlineData("(s[0-9])", "s1")]
    public void AGroupPatternMayBeATemplateOrARegularExpression(string pattern, string first)
    {
        _folder.Tables("{1}/{0}.csv", ["s1", "s2"], ["run", "walk"]);

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
        _folder.Tables("{1}/{0}.csv", ["s1", "s2"], ["run", "walk"]);

        Assert.Equal(message, _folder.Refusal(new DraftOptions(Group: pattern)));
    }

    [Fact]
    public void ClassesThatAreTheGroupsAreRefused()
    {
        _folder.Tables("{1}/{0}.csv", ["s1", "s2"], ["run", "walk"]);

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
        _folder.Tables("{1}/{0}.csv", ["s1", "s2"], ["run", "walk"]);

        var options = option switch
        {
            "--units" => new DraftOptions().WithUnit("foo", "g"),
            "--zone" => new DraftOptions(Zone: "Europe/Madrid"),
            _ => new DraftOptions(Side: "time"),
        };

        Assert.StartsWith($"{option}: {message}", _folder.Refusal(options), StringComparison.Ordinal);
    }

    [Fact]
    public void PathsThatTellNoClassAreRefusedWithTheWayOut()
    {
        foreach (var name in (string[])["1", "2", "3"])
            _folder.Table($"{name}.csv");

        Assert.EndsWith(
            "Give --label COLUMN, or --label with a pattern of the path such as '{label}/{group}'.",
            _folder.Refusal(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void TwoPartsOfUnknownWordsAreAskedAboutAndEachAnswerSettlesIt()
    {
        _folder.Tables("{0}/{1}.csv", ["anna", "ben", "cleo"], ["gelb", "rot"]);

        var question = _folder.Question();

        Assert.Equal(2, question.Choices.Count);
        string[][] classes = [.. question.Choices.Select(choice => _folder.Draft(choice.Then).Table.Classes.ToArray())];
        Assert.Contains(classes, each => each.SequenceEqual(["anna", "ben", "cleo"]));
        Assert.Contains(classes, each => each.SequenceEqual(["gelb", "rot"]));
        Assert.All(question.Choices, choice => Assert.Contains(choice.Option, question.ToRefusal().Message, StringComparison.Ordinal));
    }

    [Fact]
    public void AQuestionOffersTheGroupThatGoesWithEachClass()
    {
        _folder.Tables("{1}/pat0{0}/eins.csv", ["1", "2"], ["gelb", "rot"]);
        _folder.Tables("{1}/pat0{0}/zwei.csv", ["1", "2"], ["gelb", "rot"]);

        Assert.Contains("--label '{label}/{group}/{n}'", _folder.Question().Choices.Select(choice => choice.Option));
    }
}
