using EdgeInfer.Evaluation.Groups;
using EdgeInfer.Trainer.Evaluation;

namespace EdgeInfer.Trainer.Tests.Evaluation;

public sealed class EstimateTextTests
{
    [Fact]
    public void AnIntervalStandsInBrackets() =>
        Assert.Equal("0.950 [0.900, 1.000]", EstimateText.Of(new GroupEstimate(0.95, 0.9, 1, Groups: 5, Windows: 50)));

    [Fact]
    public void OneGroupHasNoInterval() =>
        Assert.Equal("0.950", EstimateText.Of(new GroupEstimate(0.95, null, null, Groups: 1, Windows: 50)));
}
