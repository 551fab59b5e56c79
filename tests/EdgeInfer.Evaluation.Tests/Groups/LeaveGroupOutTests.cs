using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Evaluation.Tests.Groups;

public class LeaveGroupOutTests
{
    private static readonly string[] Groups = ["s02", "s01", "s02", "s03", "s01"];

    [Fact]
    public void EveryGroupIsHeldOutOnceInOrderOfName() =>
        Assert.Equal(["s01", "s02", "s03"], LeaveGroupOut.Folds(Groups).Select(fold => fold.HeldOut));

    [Fact]
    public void NoWindowOfTheHeldOutGroupIsTrainedOn()
    {
        foreach (var fold in LeaveGroupOut.Folds(Groups))
        {
            Assert.All(fold.Test, window => Assert.Equal(fold.HeldOut, Groups[window]));
            Assert.All(fold.Train, window => Assert.NotEqual(fold.HeldOut, Groups[window]));
            Assert.Equal(Groups.Length, fold.Train.Count + fold.Test.Count);
        }
    }

    [Fact]
    public void OneGroupCannotBeHeldOut() =>
        Assert.Throws<ArgumentException>(() => LeaveGroupOut.Folds(["only", "only"]));
}
