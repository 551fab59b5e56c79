using EdgeInfer.Telemetry.Commands;

namespace EdgeInfer.Telemetry.Tests.Commands;

public sealed class ResponseTopicTests
{
    private static readonly IReadOnlyList<string> Reserved = new CommandOptions { Now = () => default }.NoAnswersBelow;

    [Theory]
    [InlineData("operator/answers")]
    [InlineData("edgeinfer-answers/3f")]
    [InlineData("homeassistants")]
    public void AnAnswerGoesWhereTheSenderWaits(string topic) => Assert.True(ResponseTopic.IsAllowed(topic, Reserved));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("$SYS/broker")]
    [InlineData("$share/hub/x")]
    [InlineData("edgeinfer/lab/pi5/availability")]
    [InlineData("edgeinfer/lab/other/info")]
    [InlineData("edgeinfer")]
    [InlineData("homeassistant/device/pi5/config")]
    [InlineData("operator/#")]
    [InlineData("operator/+/x")]
    public void NoAnswerGoesWhereOthersReadAState(string? topic) => Assert.False(ResponseTopic.IsAllowed(topic, Reserved));
}
