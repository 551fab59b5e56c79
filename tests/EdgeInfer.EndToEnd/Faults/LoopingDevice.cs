using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using EdgeInfer.EndToEnd.Support;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.EndToEnd.Faults;

/// <summary>The runtime as a device that works on and on: three models at 50 windows a second, a state folder, a broker.</summary>
internal sealed partial class LoopingDevice(QuickDemo demo, int port) : IDisposable
{
    public const string Site = "faults";
    public const string Name = "dev";

    /// <summary>Windows of half a second: at the limit for single answers.</summary>
    private const string Speed = "25";

    private readonly TemporaryFolder _state = new();

    private string Outbox => Path.Combine(_state.Path, "outbox");

    public ToolProcess Start() => ToolProcess.Start(demo.Folder,
    [
        .. Executables.JitRuntime, "replay", "--loop", "--data", demo.Data,
        "--broker", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"),
        "--site", Site, "--device", Name, "--state", _state.Path, "--speed", Speed,
        .. demo.Bundles.SelectMany(bundle => new[] { "--bundle", bundle }),
    ], patience: TimeSpan.FromHours(1));

    /// <summary>Bytes in the files of the outbox.</summary>
    public long OutboxBytes() => Files().Sum(file => file.Exists ? file.Length : 0);

    /// <summary>The messages that stand in the files of the outbox, found by their text and not by our own reader.</summary>
    public IReadOnlySet<(string Boot, long Seq)> Written()
    {
        var written = new HashSet<(string, long)>();
        foreach (var file in Files())
        {
            foreach (Match match in Numbers().Matches(Encoding.Latin1.GetString(File.ReadAllBytes(file.FullName))))
                written.Add((match.Groups[1].Value, long.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture)));
        }

        return written;
    }

    /// <summary>The broker keeps up: a file is no larger than one that begins again.</summary>
    public bool IsEmpty => OutboxBytes() < 100_000;

    public Task UntilEmptyAsync() => Eventually.True(() => IsEmpty, "the broker has what waited");

    public void Dispose() => _state.Dispose();

    /// <summary>A message is whole where its closing brace stands. A kill between two pages of one write leaves a part of one.</summary>
    [GeneratedRegex("\"boot\":\"([0-9a-f]{16})\",\"seq\":([0-9]+),[^{}]*\\}")]
    private static partial Regex Numbers();

    private FileInfo[] Files() => Directory.Exists(Outbox) ? new DirectoryInfo(Outbox).GetFiles("*.segment") : [];
}
