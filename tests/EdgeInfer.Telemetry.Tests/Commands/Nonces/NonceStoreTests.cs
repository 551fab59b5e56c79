using System.Text;
using EdgeInfer.Telemetry.Commands.Nonces;
using EdgeInfer.Telemetry.Commands.Wire;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Telemetry.Tests.Commands.Nonces;

public sealed class NonceStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _notices = [];

    private string Lines => _folder.File("nonces");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WhatWasBegunIsKnownAfterARestartAndSoIsHowItEnded()
    {
        using (var store = Open())
        {
            store.Begin(new NonceEntry("nonce-01", 1_000, 0xABCD));
            store.Begin(new NonceEntry("nonce-02", 2_000, 1));
            store.Begin(new NonceEntry("nonce-03", 3_000, 2));
            store.End("nonce-01", CommandStatus.Done);
            store.End("nonce-02", CommandStatus.Failed);
        }

        using var again = Open();
        Assert.Equal(new NonceEntry("nonce-01", 1_000, 0xABCD, CommandStatus.Done), again.Find("nonce-01"));
        Assert.Equal(CommandStatus.Failed, again.Find("nonce-02")!.Status);
        Assert.Null(again.Find("nonce-03")!.Status);
        Assert.Null(again.Find("nonce-04"));
        Assert.Empty(_notices);
    }

    [Fact]
    public void AFileCutAtAnyByteLosesOnlyTheLineThatWasBeingWritten()
    {
        using (var store = Open())
        {
            for (var i = 0; i < 3; i++)
                store.Begin(Entry(i));
        }

        var bytes = File.ReadAllBytes(Lines);
        for (var length = bytes.Length; length >= 0; length--)
        {
            File.WriteAllBytes(Lines, bytes[..length]);
            var whole = Encoding.ASCII.GetString(bytes[..length]).Count(character => character == '\n');
            using (var store = Open())
            {
                Assert.Equal(whole, Enumerable.Range(0, 3).Count(i => store.Find(Entry(i).Nonce) is not null));
                store.Begin(Entry(7));
            }

            using var again = Open();
            Assert.Equal(whole + 1, Enumerable.Range(0, 10).Count(i => again.Find(Entry(i).Nonce) is not null));
        }

        Assert.Empty(_notices);
    }

    [Fact]
    public void ADamagedLineIsToldAndWhatExpiresNoLaterThanTheOthersCountsAsSeen()
    {
        using (var store = Open())
        {
            for (var i = 0; i < 3; i++)
                store.Begin(Entry(i));
        }

        var bytes = File.ReadAllBytes(Lines);
        bytes[bytes.AsSpan().IndexOf((byte)'\n') - 3] ^= 1;
        File.WriteAllBytes(Lines, bytes);

        using (var store = Open())
            Assert.Equal(Entry(2).ExpiresMs, store.ForgottenMs);
        Assert.Equal(
            $"{Lines}: 1 of 3 lines are damaged; commands that expire no later than those before are refused", Assert.Single(_notices));
        using var again = Open();
        Assert.Equal((Entry(2).ExpiresMs, 1), (again.ForgottenMs, _notices.Count));
    }

    [Fact]
    [Slow("syncs 16,000 lines to disk, each for itself")]
    public void ManyCommandsLeaveABoundedFileAndTheMarkOfWhatWasForgotten()
    {
        using (var store = Open())
        {
            for (var i = 0; i < NonceStore.MaxLines + 10; i++)
                store.Begin(Entry(i));
        }

        Assert.InRange(new FileInfo(Lines).Length, 1, 1_500_000);
        using var again = Open();
        Assert.Null(again.Find(Entry(0).Nonce));
        var oldest = NonceStore.MaxLines + 10 - NonceMemory.MaxEntries;
        Assert.NotNull(again.Find(Entry(oldest).Nonce));
        Assert.Equal(Entry(oldest - 1).ExpiresMs, again.ForgottenMs);
    }

    [Fact]
    public void WhatHasExpiredLeavesAndItsExpiryStays()
    {
        using var store = Open();
        store.Begin(Entry(1));
        store.Begin(Entry(2));
        store.ForgetExpired(Entry(2).ExpiresMs);
        Assert.Null(store.Find(Entry(1).Nonce));
        Assert.NotNull(store.Find(Entry(2).Nonce));
        Assert.Equal(Entry(1).ExpiresMs, store.ForgottenMs);
    }

    [Fact]
    public void ACommandThatAFullDiskCannotNoteCountsAsNotBegun()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");
        File.CreateSymbolicLink(Lines, "/dev/full");
        using var store = Open();
        Assert.Throws<IOException>(() => store.Begin(Entry(1)));
        Assert.Null(store.Find(Entry(1).Nonce));
    }

    [Fact]
    public void TwoProcessesDoNotShareAFolder()
    {
        using var first = Open();
        AssertUnusable();
    }

    [Fact]
    public void AFileThatWasNotWrittenHereIsRefused()
    {
        using (var large = File.Create(Lines))
            large.SetLength(NonceStore.MaxLines * 1_000L);
        AssertUnusable();
    }

    private static NonceEntry Entry(int number) => new($"nonce-{number:D6}", 1_000 + number, (uint)number);

    /// <summary>The device works all the same, and no command runs.</summary>
    private void AssertUnusable()
    {
        using var store = Open();
        Assert.StartsWith($"{Lines}: the nonces of commands can't be kept here: ", Assert.Single(_notices), StringComparison.Ordinal);
        Assert.Throws<IOException>(() => store.Begin(Entry(1)));
    }

    private NonceStore Open() => NonceStore.Open(_folder.Path, _notices.Add);
}
