using EdgeInfer.Runtime.Configuration;
using EdgeInfer.Runtime.Devices;
using EdgeInfer.Runtime.Tests.Devices;
using EdgeInfer.Runtime.Tests.Support;
using EdgeInfer.Telemetry.Brokers;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Runtime.Tests.Publishing;

public sealed class HomeAssistantEntryTests
{
    private const string Topic = "ha/device/edgeinfer-lab-dev/config";

    [Fact]
    public async Task TheDeviceIsShownWithAnEntityAModelAndStream()
    {
        var (messages, _) = await RunAsync("ha", ["front", "rear.2"]);

        var components = messages.Last(message => message.Topic == Topic).Json!.RootElement.GetProperty("components");
        Assert.Equal(
            ["edgeinfer/lab/dev/inference/front/one", "edgeinfer/lab/dev/inference/front/two"],
            components.EnumerateObject().Where(component => component.Name.StartsWith("label_front_", StringComparison.Ordinal))
                .Select(component => component.Value.GetProperty("state_topic").GetString()));
        Assert.Equal(
            "edgeinfer/lab/dev/summary/run-1/one",
            components.GetProperty("accuracy_one").GetProperty("state_topic").GetString());
        var rear = components.EnumerateObject().First(component => component.Name.StartsWith("label_rear_2_", StringComparison.Ordinal));
        Assert.Equal(TinyTask.Labels, rear.Value.GetProperty("options").EnumerateArray().Select(option => option.GetString()!));
    }

    [Fact]
    public async Task StreamsThatNobodyLooksAtAreSaid()
    {
        var (messages, output) = await RunAsync("ha", [.. Enumerable.Range(0, 40).Select(i => $"s{i}")]);

        Assert.Contains("Home Assistant: 40 streams are more than 8: ", output, StringComparison.Ordinal);
        Assert.Equal(
            "edgeinfer/lab/dev/inference/+/one",
            messages.Last(message => message.Topic == Topic).Json!.RootElement
                .GetProperty("components").GetProperty("label_one").GetProperty("state_topic").GetString());
    }

    [Fact]
    public async Task WithoutTheOptionNothingIsSaidThere()
    {
        var (messages, _) = await RunAsync(null, ["front"]);

        Assert.DoesNotContain(messages, message => !message.Topic.StartsWith("edgeinfer/", StringComparison.Ordinal));
    }

    private static async Task<(IReadOnlyList<CollectedMessage> Messages, string Output)> RunAsync(
        string? prefix, IReadOnlyList<string> streams)
    {
        await using var broker = await CollectingBroker.StartAsync();
        using var output = new StringWriter();
        using var alone = new Barrier(1);
        var plan = new StreamPlan(
            TinyTask.Shape,
            [TinyTask.Lane("one", TimeProvider.System), TinyTask.Lane("two", TimeProvider.System)],
            1,
            [new MeetingSource("front", 1, alone)])
        {
            Streams = streams,
        };
        var options = new DeviceOptions(new BrokerAccess(new BrokerAddress("127.0.0.1", broker.Port)), "lab", "dev")
        {
            HomeAssistant = prefix, Run = "run-1",
        };
        await using (await DeviceHost.StartAsync(
            options, [plan], TextWriter.Synchronized(output), TimeProvider.System, TestContext.Current.CancellationToken))
        {
            if (prefix is not null)
                await Eventually.True(() => broker.Messages.Any(message => message.Topic == Topic), "discovery");
        }

        return (broker.Messages, output.ToString());
    }
}
