using System.Runtime.InteropServices;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trainer.Torch;
using static TorchSharp.torch;

namespace EdgeInfer.Trainer.Tests.Torch;

[Collection<TorchSession>]
[Slow("trains networks in a process")]
public sealed partial class TorchLogTests : IDisposable
{
    private const string Variable = "TORCH_CPP_LOG_LEVEL";
    private const string Warning = "std(): degrees of freedom is <= 0";
    private const int StandardError = 2;

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(null, false)]
    [InlineData("ERROR", false)]
    [InlineData("WARNING", true)]
    public void AWarningIsHeardBySomebodyWhoAsksForIt(string? level, bool heard)
    {
        using var _ = new NativeVariable(level);
        TorchLog.Quieten(NativeLibrary.Load(TorchLibrary.Find("libc10.so")));

        Assert.Equal(heard, WrittenDuring(Warn).Contains(Warning, StringComparison.Ordinal));
    }

    /// <summary>As on processors on which NNPACK can't start: a stand-in for it says so on any.</summary>
    [Theory]
    [InlineData("", false)]
    [InlineData("WARNING", true)]
    public async Task ATrainingIsSilentWhereNnpackCannotStart(string level, bool heard)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/gcc"), "needs gcc (Debian: apt-get install gcc)");
        var (source, library) = (_folder.File("nnpack.c"), _folder.File("nnpack.so"));
        await File.WriteAllTextAsync(
            source, "int nnp_initialize(void) { return 51; /* unsupported hardware */ }\n", TestContext.Current.CancellationToken);
        Assert.Equal(0, (await TrainerProcess.Start("/usr/bin/gcc", "-shared", "-fPIC", "-o", library, source)).ExitCode);
        using var recordings = new TinyRecordings();

        var trainer = await TrainerProcess.Start(
            "/usr/bin/env", $"LD_PRELOAD={library}", $"{Variable}={level}",
            Repository.Trainer, "net", "--data", recordings.Data, "--quick", "--margin", "100", "--out", recordings.Out);

        Assert.Equal(0, trainer.ExitCode);
        if (heard)
            Assert.Contains("Could not initialize NNPACK", trainer.Error, StringComparison.Ordinal);
        else
            Assert.Empty(trainer.Error);
    }

    public void Dispose() => _folder.Dispose();

    private static void Warn()
    {
        using var single = tensor(new[] { 1f });
        using var deviation = single.std();
    }

    /// <summary>What native code writes too, which Console.SetError doesn't see.</summary>
    private string WrittenDuring(Action action)
    {
        var path = _folder.File("stderr");
        var kept = Duplicate(StandardError);
        using (var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write))
        {
            Assert.Equal(StandardError, DuplicateOnto((int)file.DangerousGetHandle(), StandardError));
            try
            {
                action();
            }
            finally
            {
                Assert.Equal(StandardError, DuplicateOnto(kept, StandardError));
                Assert.Equal(0, Close(kept));
            }
        }

        return File.ReadAllText(path);
    }

    [LibraryImport("libc", EntryPoint = "dup")]
    private static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int DuplicateOnto(int descriptor, int target);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    /// <summary>The variable as native code reads it, as it was again at the end.</summary>
    private sealed partial class NativeVariable : IDisposable
    {
        private readonly string? _before = Marshal.PtrToStringUTF8(Get(Variable));

        public NativeVariable(string? value) => Put(value);

        public void Dispose()
        {
            Put(_before);
            TorchLog.Quieten(NativeLibrary.Load(TorchLibrary.Find("libc10.so")));
        }

        private static void Put(string? value) => Assert.Equal(0, value is null ? Unset(Variable) : Set(Variable, value, overwrite: 1));

        [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
        private static partial nint Get(string name);

        [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
        private static partial int Set(string name, string value, int overwrite);

        [LibraryImport("libc", EntryPoint = "unsetenv", StringMarshalling = StringMarshalling.Utf8)]
        private static partial int Unset(string name);
    }
}
