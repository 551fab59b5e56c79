using System.Diagnostics;
using System.Net.Sockets;
using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Ledger;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Recordings.Tests.Ledger;

public sealed class LedgerFaultsTests : IDisposable
{
    private readonly SensorFolder _folder = new();

    private string Ledger => _folder.File(OpeningLedger.FileName);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AFileThatAnotherHoldsIsToldFromEveryOtherFault()
    {
        using var holder = Alone(Ledger);
        var held = Assert.Throws<IOException>(() => Alone(Ledger));
        Assert.True(LedgerFaults.IsHeld(held), $"HResult {held.HResult:X8}");
        Assert.False(LedgerFaults.IsReadOnly(held));

        var absent = Assert.ThrowsAny<IOException>(() => Alone(_folder.File("absent/openings.jsonl")));
        Assert.False(LedgerFaults.IsHeld(absent) || LedgerFaults.IsReadOnly(absent));
    }

    [Fact]
    public void AReadOnlyFileSystemIsNoLock()
    {
        var error = new IOException("Read-only file system", OperatingSystem.IsWindows() ? unchecked((int)0x80070013) : 30);

        Assert.True(LedgerFaults.IsReadOnly(error));
        Assert.False(LedgerFaults.IsHeld(error));
    }

    [Fact]
    public void AnotherFaultIsToldAtOnce()
    {
        if (OperatingSystem.IsWindows())
            return;
        // A socket is there, is held by nobody, and can never be opened as a file.
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Ledger));
        var set = RecordingSet.Open(_folder.Path);
        var start = Stopwatch.GetTimestamp();

        var error = Assert.Throws<InvalidInputException>(
            () => OpeningLedger.Record(set, "train", [], OpeningRun.New(), TimeProvider.System));

        Assert.StartsWith($"{Ledger}: the ledger of openings cannot be opened: ", error.Message, StringComparison.Ordinal);
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    private static FileStream Alone(string path) => new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
}
