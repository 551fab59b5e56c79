using EdgeInfer.Core.Errors;
using EdgeInfer.Telemetry.Brokers;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Certificates;

namespace EdgeInfer.Telemetry.Tests.Brokers;

public sealed class BrokerAccessTests : IDisposable
{
    private const string Service = "CREDENTIALS_DIRECTORY";

    private readonly TemporaryFolder _folder = new();
    private readonly CertificateAuthority _authority;
    private readonly IssuedCertificate _own;

    public BrokerAccessTests()
    {
        _authority = new CertificateAuthority(_folder.Path, "Home CA");
        _own = _authority.Issue("device-1");
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Service, null);
        _authority.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void APlainAddressNeedsNothingElse() =>
        Assert.Equal(new BrokerAccess(new BrokerAddress("lab", 1883)), BrokerAccess.FromOptions("lab:1883", null, null, null, null));

    [Fact]
    public void FilesOfTlsComeWithATlsAddress()
    {
        var access = BrokerAccess.FromOptions("mqtts://lab", null, _authority.File, _own.Certificate, _own.Key);

        Assert.Equal(
            new TlsFiles { Ca = _authority.File, ClientCertificate = _own.Certificate, ClientKey = _own.Key }, access.Tls);
    }

    [Fact]
    public void OptionsOfTlsArePointlessWithAPlainAddress()
    {
        Assert.Equal("--ca: needs TLS, but --broker is lab:1883; write mqtts://lab:1883 for it", Message("lab:1883", ca: _authority.File));
        Assert.StartsWith("--client-certificate: needs TLS", Message("lab:1883", certificate: "x"), StringComparison.Ordinal);
        Assert.StartsWith("--client-key: needs TLS", Message("lab:1883", key: "x"), StringComparison.Ordinal);
    }

    [Fact]
    public void ACertificateAndItsKeyGoTogether()
    {
        Assert.Equal("--client-certificate: needs --client-key FILE beside it", Message("mqtts://lab", certificate: _own.Certificate));
        Assert.Equal("--client-key: needs --client-certificate FILE beside it", Message("mqtts://lab", key: _own.Key));
        var other = _authority.Issue();
        Assert.StartsWith(
            $"{_own.Certificate}: and {other.Key} are no certificate with its key in PEM: ",
            Message("mqtts://lab", certificate: _own.Certificate, key: other.Key),
            StringComparison.Ordinal);
    }

    [Fact]
    public void AWrongFileIsNamedAtTheStart()
    {
        var text = _folder.File("notes.txt");
        File.WriteAllText(text, "not a certificate");
        Assert.Equal($"{text}: holds no certificate in PEM (-----BEGIN CERTIFICATE-----)", Message("mqtts://lab", ca: text));
        Assert.StartsWith(
            $"{_folder.File("absent")}: can't be read: ", Message("mqtts://lab", ca: _folder.File("absent")), StringComparison.Ordinal);
        FileRights.Set(_own.Key, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Assert.Equal(
            $"{_own.Key}: others than its owner may read or write it; run: chmod 600 {_own.Key}",
            Message("mqtts://lab", certificate: _own.Certificate, key: _own.Key));
        Assert.StartsWith(
            $"{_folder.File("absent")}: can't be read: ",
            Message("lab:1883", credentials: _folder.File("absent")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void AnEncryptedKeyIsRefusedBecauseNobodyTypesItsPassword()
    {
        File.WriteAllText(_own.Key, "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIH\n-----END ENCRYPTED PRIVATE KEY-----\n");

        Assert.StartsWith(
            $"{_own.Key}: is encrypted, and nobody is there to type its password; decrypt it: openssl pkey ",
            Message("mqtts://lab", certificate: _own.Certificate, key: _own.Key),
            StringComparison.Ordinal);
    }

    /// <summary>Systemd lets the service's user in by an access list, which shows as the group's right to read.</summary>
    [Fact]
    public void TheServicesCredentialIsTakenByItselfWhateverRightsItShows()
    {
        Environment.SetEnvironmentVariable(Service, _folder.Path);
        Assert.Null(BrokerAccess.FromOptions("lab:1883", null, null, null, null).Credentials);
        var file = _folder.File("edgeinfer-mqtt");
        File.WriteAllText(file, "username=pi5\npassword=s3cret\n");
        FileRights.Set(file, UnixFileMode.UserRead | UnixFileMode.GroupRead);

        var access = BrokerAccess.FromOptions("lab:1883", null, null, null, null);

        Assert.Equal(new CredentialsFile(file), access.Credentials);
        Assert.DoesNotContain("s3cret", access.ToString(), StringComparison.Ordinal);
    }

    private static string Message(
        string broker, string? credentials = null, string? ca = null, string? certificate = null, string? key = null) =>
        Assert.Throws<InvalidInputException>(() => BrokerAccess.FromOptions(broker, credentials, ca, certificate, key)).Message;
}
