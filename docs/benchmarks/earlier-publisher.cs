// Publishes with the outbox in memory of commit d22f453, as `outbox publish` does with today's; telemetry.md says how to build it.
#:project ../src/EdgeInfer.Telemetry/EdgeInfer.Telemetry.csproj
#:property TreatWarningsAsErrors=false
#:property PublishAot=false
#:property TieredPGO=false

using System.Diagnostics;
using System.Globalization;
using EdgeInfer.Telemetry.Messages;
using EdgeInfer.Telemetry.Sessions;
using EdgeInfer.Telemetry.Topics;

const int WarmUp = 3_000;
var (port, rate, messages) = (int.Parse(args[0]), double.Parse(args[1], CultureInfo.InvariantCulture), int.Parse(args[2]));
await using var session = await MqttSession.ConnectAsync(
    new SessionOptions { Host = "127.0.0.1", Port = port, Topics = new DeviceTopics("lab", "earlier") }, TimeProvider.System);
Run(0, WarmUp);
await DeliveredAsync(WarmUp);
var (before, start) = (Environment.CpuUsage, Stopwatch.GetTimestamp());
Run(rate, messages);
await DeliveredAsync(WarmUp + messages);
var (after, elapsed) = (Environment.CpuUsage, Stopwatch.GetElapsedTime(start));
Console.WriteLine(FormattableString.Invariant(
    $"{(after.TotalTime - before.TotalTime).TotalMicroseconds / messages:0.00} us CPU a message, {elapsed.TotalSeconds:0.000} s"));

async Task DeliveredAsync(long count)
{
    while (session.LastSeq < count || session.OutboxDepth > 0)
        await Task.Delay(TimeSpan.FromMilliseconds(10));
}

void Run(double rate, int calls)
{
    var start = Stopwatch.GetTimestamp();
    for (var i = 0; i < calls; i++)
    {
        if (rate > 0)
        {
            var due = TimeSpan.FromSeconds(i / rate) - Stopwatch.GetElapsedTime(start);
            if (due > TimeSpan.Zero)
                Thread.Sleep(due + TimeSpan.FromMilliseconds(0.999));
        }

        Publish(i);
    }
}

// On the caller's thread, with a closure a message, as that commit's AnswerPublisher did.
void Publish(int number)
{
    var (now, start) = (DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), number * 1_280_000_000L);
    var entered = session.PublishAsync(seq => new InferenceMessage
    {
        Schema = 1,
        Ts = now,
        Boot = session.Boot,
        Seq = seq,
        Stream = "phone",
        Window = string.Create(CultureInfo.InvariantCulture, $"phone/{start}"),
        StartMs = start / 1_000_000,
        Model = "har-fasttree",
        ModelSha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        Label = "walking",
        Score = 0.8312f,
        Decision = "walking",
        LatencyUs = 412.3 + number % 100,
        FeaturesUs = 131.7,
        CpuUs = 98.1,
    });
    if (!entered.IsCompletedSuccessfully)
        entered.AsTask().GetAwaiter().GetResult();
}
