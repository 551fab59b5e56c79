using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace EdgeInfer.Tests.Support.Brokers;

/// <summary>Debian's mosquitto as a process of its own, with a store that survives a clean restart.</summary>
public sealed class Mosquitto : IBroker
{
    private const string Executable = "/usr/sbin/mosquitto";

    private readonly TemporaryFolder _folder = new();
    private readonly string _configuration;
    private Process? _process;

    private Mosquitto(string extra)
    {
        _configuration = _folder.File("mosquitto.conf");
        File.WriteAllText(_configuration, string.Create(CultureInfo.InvariantCulture, $"""
            listener {Port} 127.0.0.1
            allow_anonymous true
            persistence true
            persistence_location {_folder.Path}/
            user root
            max_queued_messages 0
            {extra}

            """));
    }

    public int Port { get; } = FreePort.Next();

    public static Mosquitto OrSkip(string extraConfiguration = "")
    {
        Assert.SkipUnless(File.Exists(Executable), "needs mosquitto (Debian: apt-get install mosquitto)");
        return new Mosquitto(extraConfiguration);
    }

    public async Task StartAsync()
    {
        _process = Process.Start(new ProcessStartInfo(Executable, ["-c", _configuration]) { RedirectStandardError = true })!;
        _process.BeginErrorReadLine();
        await Eventually.True(Accepts, "mosquitto accepts connections");
    }

    /// <summary>SIGTERM: it writes its store, as at a reboot.</summary>
    public async Task StopAsync()
    {
        if (_process is null)
            return;
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await EndAsync(_process);
    }

    /// <summary>SIGKILL: as when power fails.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await EndAsync(_process);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await KillAsync();
        _folder.Dispose();
    }

    private async Task EndAsync(Process process)
    {
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        _process = null;
    }

    private bool Accepts()
    {
        using var probe = new TcpClient();
        try
        {
            probe.Connect(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
