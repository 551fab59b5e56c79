using System.Collections.Concurrent;
using EdgeInfer.Core.Errors;
using EdgeInfer.Telemetry.Brokers;
using EdgeInfer.Telemetry.Links;
using EdgeInfer.Telemetry.Sessions;
using EdgeInfer.Telemetry.Tests.Support;
using EdgeInfer.Telemetry.Topics;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Brokers;

namespace EdgeInfer.Telemetry.Tests.Links;

public sealed class PasswordTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly Mosquitto _broker;
    private readonly CredentialsFile _credentials;

    public PasswordTests()
    {
        File.WriteAllText(_folder.File("users"), "");
        _broker = Mosquitto.OrSkip($"allow_anonymous false\npassword_file {_folder.File("users")}");
        _credentials = new CredentialsFile(_folder.File("mqtt"));
    }

    public async ValueTask InitializeAsync()
    {
        await Passwords.SetAsync(_folder.File("users"), "pi5", "s3cret");
        await _broker.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _broker.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task TheRightPasswordLetsIn()
    {
        WriteCredentials("s3cret");

        await Connecting.SucceedsAsync(Connecting.To(_broker.Port, credentials: _credentials));
    }

    [Fact]
    public async Task AWrongOneAndNoneEndAtOnceWithTheBrokersWord()
    {
        WriteCredentials("s3cret2");

        foreach (var options in new[] { Connecting.To(_broker.Port, credentials: _credentials), Connecting.To(_broker.Port) })
        {
            var failure = await Connecting.FailsAsync(options);
            Assert.Equal(
                "the broker refused: NotAuthorized; see the user and password in --credentials, and the broker's list of users",
                failure.Message);
            Assert.True(failure.Refused);
        }
    }

    [Fact]
    public async Task ASessionThatIsRefusedDoesNotGoOnTrying()
    {
        WriteCredentials("s3cret2");
        var options = new SessionOptions
        {
            Host = "127.0.0.1",
            Port = _broker.Port,
            Topics = new DeviceTopics("lab", "pi5"),
            Now = static () => default,
            Credentials = _credentials,
            ConnectWithin = TimeSpan.FromDays(1),
        };

        var error = await Assert.ThrowsAsync<InvalidInputException>(
            () => MqttSession.ConnectAsync(options, TimeProvider.System, TestContext.Current.CancellationToken));

        Assert.StartsWith(
            FormattableString.Invariant($"127.0.0.1:{_broker.Port}: the broker refused: NotAuthorized; "),
            error.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Each refusal waits for the longest delay, which is a minute here in the place of half of one.</summary>
    [Fact]
    public async Task APasswordThatChangesMeanwhileIsTriedAgainAtTheLongestPace()
    {
        WriteCredentials("s3cret");
        var notices = new ConcurrentQueue<string>();
        var series = new LinkSeries(
            Connecting.To(_broker.Port, credentials: _credentials) with
            {
                Notice = notices.Enqueue,
                Timing = new LinkTiming { FirstRetry = TimeSpan.FromMilliseconds(20), LongestRetry = TimeSpan.FromSeconds(60) },
            },
            _ => Task.CompletedTask,
            TimeProvider.System);
        var link = await series.OpenAsync(TestContext.Current.CancellationToken);
        WriteCredentials("an old one");
        await _broker.StopAsync();
        await _broker.StartAsync();

        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var replacing = series.ReplaceAsync(link, end.Token);
        await Eventually.True(() => notices.Any(notice => notice.Contains("NotAuthorized", StringComparison.Ordinal)), "the refusal");

        Assert.Matches("NotAuthorized.*; next attempt in ([3-5][0-9]|60)[.][0-9] s$", notices.Last());
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => replacing);
    }

    private void WriteCredentials(string password)
    {
        File.WriteAllText(_credentials.Path, $"username=pi5\npassword={password}\n");
        FileRights.Set(_credentials.Path, FileRights.OwnerAlone);
    }
}
