using System.Diagnostics;
using System.Text;
using EdgeInfer.Telemetry.Commands.Keys;
using EdgeInfer.Telemetry.Tests.Support;
using EdgeInfer.Telemetry.Topics;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Telemetry.Tests.Commands.Keys;

public sealed class CommandMacTests : IDisposable
{
    private static readonly DeviceTopics Device = new("lab", "pi5");

    private readonly TemporaryFolder _folder = new();
    private readonly CommandKey _key;

    public CommandMacTests() => _key = CommandKey.Read(
        KeyFile.Write(_folder.File("command.key"), Enumerable.Range(1, 32).Select(i => (byte)i)));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task OpensslComputesTheSame()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/openssl"), "needs openssl (Debian: apt-get install openssl)");
        var start = new ProcessStartInfo(
            "/usr/bin/openssl",
            ["dgst", "-sha256", "-mac", "HMAC", "-macopt", "hexkey:0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20", "-r"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var openssl = Process.Start(start)!;
        await openssl.StandardInput.WriteAsync(
            "edgeinfer-command-1\nidentify\nedgeinfer/lab/pi5\nnonce-01\n1790000000000\n{\"a\":1}");
        openssl.StandardInput.Close();
        var told = await openssl.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal(told.Split(' ')[0], Mac("identify", "nonce-01", 1_790_000_000_000, "{\"a\":1}"));
    }

    [Fact]
    public void EverythingThatDecidesWhatACommandDoesChangesIt()
    {
        string[] macs =
        [
            Mac("identify", "nonce-01", 1_000, "{}"),
            Mac("identif", "nonce-01", 1_000, "{}"),
            Mac("identify", "nonce-02", 1_000, "{}"),
            Mac("identify", "nonce-01", 1_001, "{}"),
            Mac("identify", "nonce-01", 1_000, "{ }"),
            CommandMac.Of(_key, new DeviceTopics("lab", "pi4"), "identify", "nonce-01", 1_000, "{}"u8),
        ];
        Assert.Distinct(macs);
    }

    private string Mac(string verb, string nonce, long expiresMs, string args) =>
        CommandMac.Of(_key, Device, verb, nonce, expiresMs, Encoding.UTF8.GetBytes(args));
}
