using EdgeInfer.Telemetry.Brokers;
using EdgeInfer.Telemetry.Links;

namespace EdgeInfer.Telemetry.Tests.Support;

/// <summary>One attempt to connect.</summary>
internal static class Connecting
{
    public static LinkOptions To(int port, TlsFiles? tls = null, CredentialsFile? credentials = null, string host = "localhost") => new()
    {
        Host = host, Port = port, ClientId = "test", Tls = tls, Credentials = credentials,
    };

    public static async Task SucceedsAsync(LinkOptions options)
    {
        using var link = await OpenAsync(options);
        await link.SubscribeAsync("lab/#", TestContext.Current.CancellationToken);
        await link.CloseAsync(TestContext.Current.CancellationToken);
    }

    public static Task<LinkFailedException> FailsAsync(LinkOptions options) =>
        Assert.ThrowsAsync<LinkFailedException>(() => OpenAsync(options));

    private static Task<BrokerLink> OpenAsync(LinkOptions options) =>
        new LinkSeries(options, _ => Task.CompletedTask, TimeProvider.System).OpenAsync(TestContext.Current.CancellationToken);
}
