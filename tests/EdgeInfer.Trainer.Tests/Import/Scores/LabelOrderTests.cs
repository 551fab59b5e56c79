using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Trainer.Import.Scores;

namespace EdgeInfer.Trainer.Tests.Import.Scores;

public sealed class LabelOrderTests
{
    private static readonly DatasetLabel[] Rooms = [new("many", "2"), new("empty", "0"), new("one", "1")];
    private static readonly DatasetLabel[] Plain = [new("idle"), new("walk"), new("run")];

    [Theory]
    [InlineData(new[] { "0", "1", "2" }, new[] { 2, 0, 1 }, "by value")]
    [InlineData(new[] { "2", "0", "1" }, new[] { 0, 1, 2 }, "by value")]
    [InlineData(new[] { "2.0", "1.0", "0.0" }, new[] { 0, 2, 1 }, "by value")]
    [InlineData(new[] { "empty", "many", "one" }, new[] { 1, 0, 2 }, "by name")]
    public void ClassesAreNamesOrValues(string[] classes, int[] columns, string reading) =>
        Check(classes, Rooms, columns, reading);

    [Theory]
    [InlineData(new[] { "0", "1", "2" }, new[] { 0, 1, 2 }, "by place")]
    [InlineData(new[] { "2", "1", "0" }, new[] { 2, 1, 0 }, "by place")]
    [InlineData(new[] { "walk", "run", "idle" }, new[] { 2, 0, 1 }, "by name")]
    [InlineData(null, new[] { 0, 1, 2 }, "by place")]
    public void NumbersArePlacesOnlyWhereNoLabelStatesAValue(string[]? classes, int[] columns, string reading) =>
        Check(classes, Plain, columns, reading);

    [Theory]
    [InlineData("0", "1")]
    [InlineData("False", "True")]
    [InlineData("false", "true")]
    public void FalseAndTrueAreZeroAndOne(string no, string yes)
    {
        Check([no, yes], [new("alarm", "1"), new("quiet", "0")], [1, 0], "by value");
        Check([no, yes], [new("alarm", "True"), new("quiet", "False")], [1, 0], "by value");
        Check([no, yes], [new("true"), new("false")], [1, 0], "by name");
    }

    [Fact]
    public void MinusOneAndOneAreValues() => Check(["-1", "1"], [new("fault", "-1"), new("sound", "1")], [0, 1], "by value");

    [Fact]
    public void ALabelWithoutAValueStandsInTheDataByItsName() =>
        Check(["walk", "0"], [new("idle", "0"), new("walk")], [1, 0], "by value");

    [Fact]
    public void NamesAndValuesThatTellOneOrderAgree() => Check(["0", "1"], [new("0", "0"), new("1", "1")], [0, 1], "by name");

    [Fact]
    public void NamesAndValuesThatDisagreeAreRefusedAndBothTold() => Assert.Equal(
        "f.onnx: classes 0, 1 are names and values of the task's labels, in different orders: 0 (value 1), 1 (value 0); rename the labels",
        Error(["0", "1"], [new("0", "1"), new("1", "0")]));

    [Theory]
    [InlineData(new[] { "0", "1", "3" }, "class '3' of 0, 1, 3 is no label of the task")]
    [InlineData(new[] { "1", "2", "3" }, "class '3' of 1, 2, 3 is no label of the task")]
    [InlineData(new[] { "0", "1" }, "2 classes (0, 1), the task has 3")]
    public void ClassesThatDoNotCoverTheLabelsAreRefused(string[] classes, string reason) =>
        Assert.Equal($"f.onnx: {reason}: many (value 2), empty (value 0), one (value 1)", Error(classes, Rooms));

    [Theory]
    [InlineData("1", "2", "3")]
    [InlineData("-1", "0", "1")]
    public void NumbersThatDoNotBeginAtZeroAreNoPlaces(params string[] classes) => Assert.EndsWith(
        "is no label of the task: idle, walk, run", Error(classes, Plain), StringComparison.Ordinal);

    [Fact]
    public void NumbersAreNoPlacesWhereOneLabelStatesAnotherValue() => Assert.StartsWith(
        "f.onnx: class '0' of 0, 1, 2 is no label", Error(["0", "1", "2"], [new("idle", "7"), new("walk"), new("run")]),
        StringComparison.Ordinal);

    private static void Check(string[]? classes, DatasetLabel[] labels, int[] columns, string reading)
    {
        var order = LabelOrder.Of(classes, labels.Length, labels, "f.onnx");

        Assert.Equal(columns, order.Columns);
        Assert.Equal(reading, order.Reading);
    }

    private static string Error(string[] classes, DatasetLabel[] labels) =>
        Assert.Throws<InvalidInputException>(() => LabelOrder.Of(classes, classes.Length, labels, "f.onnx")).Message;
}
