using EdgeInfer.Telemetry.Brokers;
using EdgeInfer.Telemetry.Tests.Support;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Brokers;
using EdgeInfer.Tests.Support.Certificates;

namespace EdgeInfer.Telemetry.Tests.Links;

public sealed class TlsTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly CertificateAuthority _home;
    private readonly CertificateAuthority _foreign;
    private Mosquitto? _broker;

    public TlsTests()
    {
        _home = new CertificateAuthority(_folder.Path, "Home CA");
        _foreign = new CertificateAuthority(_folder.Path, "Foreign CA");
    }

    private TlsFiles Known => new() { Ca = _home.File };

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_broker is not null)
            await _broker.DisposeAsync();
        _home.Dispose();
        _foreign.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task ABrokerOfAPrivateAuthorityIsReachedByNameAndByAddress(string host)
    {
        var port = await StartAsync(_home.Issue());

        await Connecting.SucceedsAsync(Connecting.To(port, Known, host: host));
    }

    [Fact]
    public async Task AnExpiredCertificateIsRefusedWithItsDate()
    {
        var port = await StartAsync(_home.Issue(fromDays: -30, toDays: -1));

        var failure = await Connecting.FailsAsync(Connecting.To(port, Known));

        Assert.Matches("^the certificate of localhost expired on [0-9-]{10} [0-9:]{5} UTC; this device's clock says ", failure.Message);
        Assert.True(failure.Refused);
    }

    /// <summary>At the start of a board without a clock's battery each certificate is of the future, for a while.</summary>
    [Fact]
    public async Task ACertificateOfTheFutureNamesTheClockAndIsTriedAgain()
    {
        var port = await StartAsync(_home.Issue(fromDays: 3));

        var failure = await Connecting.FailsAsync(Connecting.To(port, Known));

        Assert.Matches(
            "^the certificate of localhost is not valid before .* UTC, but this device's clock says .* UTC; set it where it is wrong",
            failure.Message);
        Assert.False(failure.Refused);
    }

    [Fact]
    public async Task ACertificateOfAnotherAuthorityIsRefusedByTheNameOfItsSigner()
    {
        var port = await StartAsync(_foreign.Issue());

        var failure = await Connecting.FailsAsync(Connecting.To(port, Known));

        Assert.Equal($"the broker's certificate is signed by 'Foreign CA', which --ca {_home.File} does not hold", failure.Message);
        Assert.True(failure.Refused);
    }

    [Fact]
    public async Task WithoutCaThisMachinesAuthoritiesCount()
    {
        var port = await StartAsync(_home.Issue());

        var failure = await Connecting.FailsAsync(Connecting.To(port, new TlsFiles()));

        Assert.Equal(
            "the broker's certificate is signed by 'Home CA', which this machine does not know; "
            + "name the certificate of a private authority with --ca FILE",
            failure.Message);
        Assert.True(failure.Refused);
    }

    [Fact]
    public async Task ACertificateOfAnotherHostIsRefusedByBothNames()
    {
        var port = await StartAsync(_home.Issue("broker.example"));

        var failure = await Connecting.FailsAsync(Connecting.To(port, Known));

        Assert.Equal("the broker's certificate is for broker.example, not for localhost", failure.Message);
        Assert.True(failure.Refused);
    }

    /// <summary>
    /// In TLS 1.3 our side of the handshake is over before the broker has looked at our certificate: its alert comes later, and is
    /// lost where the broker's end of the connection comes first.
    /// </summary>
    [Fact]
    public async Task ABrokerThatKnowsItsClientsLetsInWhoShowsACertificate()
    {
        var port = await StartAsync(_home.Issue(), "require_certificate true");
        await Connecting.SucceedsAsync(Connecting.To(port, Showing(_home.Issue("device-1"))));

        var without = await Connecting.FailsAsync(Connecting.To(port, Known));
        Assert.Contains("client certificate", without.Message, StringComparison.Ordinal);
        Assert.Contains("--client-certificate", without.Message, StringComparison.Ordinal);

        var foreign = _foreign.Issue("device-1");
        var refused = await Connecting.FailsAsync(Connecting.To(port, Showing(foreign)));
        Assert.Contains("client certificate", refused.Message, StringComparison.Ordinal);

        var expired = _home.Issue("device-1", fromDays: -30, toDays: -1);
        Assert.Contains(
            "client certificate", (await Connecting.FailsAsync(Connecting.To(port, Showing(expired)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APlainConnectionToATlsPortNamesTheScheme()
    {
        var port = await StartAsync(_home.Issue());

        var failure = await Connecting.FailsAsync(Connecting.To(port));

        Assert.Contains("(mqtts://)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATlsConnectionToAPlainPortNamesTheScheme()
    {
        _broker = Mosquitto.OrSkip();
        await _broker.StartAsync();

        var failure = await Connecting.FailsAsync(Connecting.To(_broker.Port, Known));

        Assert.Contains("mqtt://", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARenewedFileCountsFromTheNextConnectionOn()
    {
        var port = await StartAsync(_home.Issue());
        var file = _folder.File("trusted.crt");
        File.Copy(_foreign.File, file);
        var options = Connecting.To(port, new TlsFiles { Ca = file });
        Assert.True((await Connecting.FailsAsync(options)).Refused);

        File.Copy(_home.File, file, overwrite: true);
        await Connecting.SucceedsAsync(options);

        File.Delete(file);
        var failure = await Connecting.FailsAsync(options);
        Assert.StartsWith($"{file}: can't be read: ", failure.Message, StringComparison.Ordinal);
    }

    private TlsFiles Showing(IssuedCertificate own) => Known with { ClientCertificate = own.Certificate, ClientKey = own.Key };

    private async Task<int> StartAsync(IssuedCertificate certificate, string more = "")
    {
        _broker = Mosquitto.OrSkip(
            $"cafile {_home.File}\ncertfile {certificate.Certificate}\nkeyfile {certificate.Key}\n{more}");
        await _broker.StartAsync();
        return _broker.Port;
    }
}
