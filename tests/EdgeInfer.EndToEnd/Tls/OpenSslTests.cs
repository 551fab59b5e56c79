using System.Globalization;
using EdgeInfer.EndToEnd.Support;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Brokers;
using EdgeInfer.Tests.Support.Certificates;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.EndToEnd.Tls;

/// <summary>OpenSSL is there for TLS alone: docs/decisions/openssl.md.</summary>
public sealed class OpenSslTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CertificateAuthority _authority;
    private readonly string _data;
    private readonly string _bundle;

    public OpenSslTests()
    {
        _authority = new CertificateAuthority(_folder.Path, "Home CA");
        _data = TinyTask.WriteData(_folder.File("data"), windows: 6, "a");
        _bundle = TinyTask.WriteTreeBundle(_folder.File("trees"));
    }

    public void Dispose()
    {
        _authority.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public Task WithoutTlsTheRuntimeNeverLoadsIt() => LoadsItForTlsAloneAsync(Executables.JitRuntime);

    [Fact]
    public Task WithoutTlsTheNativeRuntimeNeverLoadsIt() => LoadsItForTlsAloneAsync([Executables.PublishedRuntime("linux-x64")]);

    [Fact]
    public Task WithoutItTheRuntimeSaysSo() => SaysThatItIsAbsentAsync(Executables.JitRuntime);

    [Fact]
    public Task WithoutItTheNativeRuntimeSaysSo() => SaysThatItIsAbsentAsync([Executables.PublishedRuntime("linux-x64")]);

    private async Task LoadsItForTlsAloneAsync(string[] runtime)
    {
        await using (var plain = Mosquitto.OrSkip())
        {
            await plain.StartAsync();
            Assert.Empty(await LoadedAsync([.. runtime, .. Replay($"mqtt://localhost:{Text(plain.Port)}")]));
        }

        var own = _authority.Issue();
        await using var secure = Mosquitto.OrSkip($"cafile {_authority.File}\ncertfile {own.Certificate}\nkeyfile {own.Key}");
        await secure.StartAsync();
        Assert.NotEmpty(await LoadedAsync(
            [.. runtime, .. Replay($"mqtts://localhost:{Text(secure.Port)}"), "--ca", _authority.File]));
    }

    private async Task SaysThatItIsAbsentAsync(string[] runtime)
    {
        // The linker takes the first file of the name, and refuses an empty one.
        var hidden = Directory.CreateDirectory(_folder.File("hidden")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(hidden, "libssl.so.3"), [], TestContext.Current.CancellationToken);
        await using var broker = Mosquitto.OrSkip();
        await broker.StartAsync();
        string[] withoutIt = ["env", $"LD_LIBRARY_PATH={hidden}", .. runtime];

        Assert.Empty(await LoadedAsync([.. withoutIt, .. Replay($"mqtt://localhost:{Text(broker.Port)}")]));
        await using var process = ToolProcess.Start(_folder.Path, [.. withoutIt, .. Replay("mqtts://localhost:1")]);
        var result = await process.EndAsync();
        Assert.Equal(2, result.ExitCode);
        Assert.Equal(
            "mqtts://: TLS needs OpenSSL, which this machine lacks (libssl.so.3); install it (Debian: apt-get install libssl3)",
            Assert.Single(result.Errors));
    }

    /// <summary>Lines of the process's map of memory that name OpenSSL's libraries, when it has connected.</summary>
    private async Task<IReadOnlyList<string>> LoadedAsync(string[] command)
    {
        await using var process = ToolProcess.Start(_folder.Path, command);
        await process.LineAsync("connected to ");
        var maps = await File.ReadAllLinesAsync(
            $"/proc/{process.Id.ToString(CultureInfo.InvariantCulture)}/maps", TestContext.Current.CancellationToken);
        Assert.NotEmpty(maps);
        return [.. maps.Where(line => line.Contains("/libssl.", StringComparison.Ordinal)
            || line.Contains("/libcrypto.", StringComparison.Ordinal))];
    }

    private string[] Replay(string broker) => ["replay", "--data", _data, "--bundle", _bundle, "--broker", broker, "--loop"];

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
