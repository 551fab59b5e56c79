using EdgeInfer.Core.Errors;
using EdgeInfer.Hub.Ingestion;
using EdgeInfer.Telemetry.Brokers;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Messages.Availability;
using EdgeInfer.Telemetry.Sessions;
using EdgeInfer.Telemetry.Topics;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Brokers;
using EdgeInfer.Tests.Support.Certificates;

namespace EdgeInfer.Hub.Tests.Ingestion;

public sealed class SecureListenerTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly CertificateAuthority _authority;
    private readonly IssuedCertificate _own;
    private readonly Mosquitto _broker;

    public SecureListenerTests()
    {
        _authority = new CertificateAuthority(_folder.Path, "Home CA");
        _own = _authority.Issue("device-1");
        var certificate = _authority.Issue();
        _broker = Mosquitto.OrSkip(
            $"cafile {_authority.File}\ncertfile {certificate.Certificate}\nkeyfile {certificate.Key}\nrequire_certificate true");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TlsFiles Known => new() { Ca = _authority.File, ClientCertificate = _own.Certificate, ClientKey = _own.Key };

    public async ValueTask InitializeAsync() => await _broker.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _broker.DisposeAsync();
        _authority.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task DeviceAndListenerMeetBehindCertificates()
    {
        await using var listener = await DeviceListener.StartAsync(Options(Known), TimeProvider.System, Cancellation);
        await using (await MqttSession.ConnectAsync(
            new SessionOptions
            {
                Host = "localhost",
                Port = _broker.Port,
                Topics = new DeviceTopics("lab", "pi5"),
                Tls = Known,
                Now = static () => default,
            },
            TimeProvider.System,
            Cancellation))
        {
            Assert.True(Assert.IsType<Received<AvailabilityMessage>>(await listener.Messages.ReadAsync(Cancellation)).Message.Online);
        }
    }

    [Fact]
    public async Task AListenerThatTheBrokerDoesNotTrustIsToldWhy()
    {
        var error = await Assert.ThrowsAsync<InvalidInputException>(
            () => DeviceListener.StartAsync(Options(new TlsFiles()), TimeProvider.System, Cancellation));

        Assert.Equal(
            FormattableString.Invariant($"mqtts://localhost:{_broker.Port}: the broker's certificate is signed by 'Home CA', ")
            + "which this machine does not know; name the certificate of a private authority with --ca FILE",
            error.Message);
    }

    private ListenerOptions Options(TlsFiles tls) => new() { Host = "localhost", Port = _broker.Port, Tls = tls };
}
