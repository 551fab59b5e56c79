using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace EdgeInfer.EndToEnd.Faults;

/// <summary>
/// What reaches a reader that is none of ours: mosquitto_sub, which takes all that a killed broker had sent, and whose session
/// waits at the broker while it is away.
/// </summary>
internal sealed partial class ReceivedNumbers : IAsyncDisposable
{
    private const string Subscriber = "/usr/bin/mosquitto_sub";

    private readonly HashSet<(string Boot, long Seq)> _all = [];
    private readonly Process _process;
    private readonly Task _reading;
    private int _repetitions;

    private ReceivedNumbers(Process process) => (_process, _reading) = (process, ReadAsync(process.StandardOutput));

    /// <summary>Returns when it has subscribed.</summary>
    public static async Task<ReceivedNumbers> StartAsync(int port)
    {
        Assert.SkipUnless(File.Exists(Subscriber), "needs mosquitto_sub (Debian: apt-get install mosquitto-clients)");
        var process = Process.Start(new ProcessStartInfo("stdbuf",
        [
            "-oL", Subscriber, "-V", "5", "-p", port.ToString(CultureInfo.InvariantCulture),
            "-i", "faults-reader", "-c", "-x", "3600", "-q", "1", "-d",
            "-t", $"edgeinfer/{LoopingDevice.Site}/{LoopingDevice.Name}/#",
        ])
        {
            RedirectStandardOutput = true,
        })!;
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("Subscribed", StringComparison.Ordinal))
                break;
        }

        return new ReceivedNumbers(process);
    }

    public int Count => All().Count;

    /// <summary>Messages that came more than once; a reader tells them by boot and seq.</summary>
    public int Repetitions => Volatile.Read(ref _repetitions);

    public IReadOnlySet<(string Boot, long Seq)> All()
    {
        lock (_all)
            return _all.ToHashSet();
    }

    /// <summary>Numbers below the highest of their boot that did not come.</summary>
    public IReadOnlyList<(string Boot, long Seq)> Holes()
    {
        var all = All();
        return
        [
            .. all.GroupBy(number => number.Boot)
                .SelectMany(boot => Enumerable.Range(1, (int)boot.Max(number => number.Seq)).Select(seq => (boot.Key, (long)seq)))
                .Except(all),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _reading;
        _process.Dispose();
    }

    [GeneratedRegex("\"boot\":\"([0-9a-f]{16})\",\"seq\":([0-9]+),")]
    private static partial Regex Number();

    private async Task ReadAsync(StreamReader output)
    {
        while (await output.ReadLineAsync(CancellationToken.None) is { } line)
        {
            if (Number().Match(line) is not { Success: true } match)
                continue;
            lock (_all)
            {
                if (!_all.Add((match.Groups[1].Value, long.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture))))
                    _repetitions++;
            }
        }
    }
}
