using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using EdgeInfer.EndToEnd.Support;
using EdgeInfer.Hub.Ingestion;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Messages.Inference;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.EndToEnd.Demo;

public sealed class OwnRecordingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task AUsersOwnFolderIsComparedAndKeepLeavesBrokerAndRuntimeGoing()
    {
        OwnRecordings.Write(_folder.File("data"));
        await using var demo = ToolProcess.StartEdgeInfer(_folder.Path, "demo", "--quick", "--data", "data", "--keep");
        await demo.LineAsync("kept running:");
        CheckReport();

        var port = await PortAsync(demo);
        await using (var listener = await DeviceListener.StartAsync(
            new ListenerOptions { Host = "127.0.0.1", Port = port }, TimeProvider.System, TestContext.Current.CancellationToken))
        {
            Assert.Equal(10, await AnswersAsync(listener, 10));
        }

        demo.InterruptGroup();
        var result = await demo.EndAsync();

        Assert.Equal(130, result.ExitCode);
        Assert.Contains(result.Output, line => line.StartsWith("stopped: every process has ended; kept ", StringComparison.Ordinal));
        Assert.Empty(result.Errors);
        Assert.Empty(LeftBehind.In(_folder.Path));
        using var probe = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(
            () => probe.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken).AsTask());
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<int> PortAsync(ToolProcess demo)
    {
        var line = await demo.LineAsync("MQTT 5 broker on 127.0.0.1:");
        return int.Parse(line.Split(':')[1].Split(',')[0], CultureInfo.InvariantCulture);
    }

    private static async Task<int> AnswersAsync(DeviceListener listener, int wanted)
    {
        var answers = 0;
        await foreach (var message in listener.Messages.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            if (message is Received<InferenceMessage> && ++answers == wanted)
                break;
        }

        return answers;
    }

    private void CheckReport()
    {
        var report = JsonElement.Parse(File.ReadAllText(_folder.File("artifacts/demo/report.json")));
        Assert.False(report.GetProperty("simulated").GetBoolean());
        Assert.Equal(OwnRecordings.Task, report.GetProperty("task").GetString());
        Assert.Equal(0, report.GetProperty("mqtt").GetProperty("lost").GetInt64());
        var models = report.GetProperty("models").EnumerateArray().ToArray();
        Assert.Equal(3, models.Length);
        Assert.All(models, model =>
        {
            var accuracy = model.GetProperty("accuracy");
            // 2, 5 and 11 Hz are told apart by anything that works.
            Assert.True(accuracy.GetProperty("value").GetDouble() > 0.8, model.ToString());
            Assert.Equal(2, accuracy.GetProperty("groups").GetInt32());
            Assert.Equal(2 * 3 * 8, accuracy.GetProperty("windows").GetInt32());
        });
    }
}
