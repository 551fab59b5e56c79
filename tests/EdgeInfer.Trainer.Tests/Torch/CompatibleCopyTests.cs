using EdgeInfer.Core.Errors;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Torch;

namespace EdgeInfer.Trainer.Tests.Torch;

public sealed class CompatibleCopyTests
{
    [Fact]
    public void AnOriginalOfAnotherHashIsRefusedByName()
    {
        using var folder = new TemporaryFolder();
        var original = folder.File("libLibTorchSharp.so");
        File.WriteAllBytes(original, [1, 2, 3]);

        var error = Assert.Throws<InvalidInputException>(() => CompatibleCopy.Write(original, folder.File("cache")));

        Assert.Equal(original, error.Place);
        Assert.Contains("sha256 039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81", error.Reason, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("cache")));
    }

    [Fact]
    public void TheCopyIsTheOriginalButForTwoNames()
    {
        using var folder = new TemporaryFolder();
        var original = File.ReadAllBytes(TorchLibrary.Find(TorchLibrary.Binding));
        var copy = File.ReadAllBytes(CompatibleCopy.Write(TorchLibrary.Find(TorchLibrary.Binding), folder.Path));

        var symbol = original.AsSpan().IndexOf("_ZSt21ios_base_library_initv"u8);
        Assert.True(copy.AsSpan(symbol).StartsWith("_ZSt15get_new_handlerv\0"u8));
        Assert.Equal(original.Length, copy.Length);
        // The symbol's name, and hash and name of the version that it needs.
        Assert.InRange(original.Zip(copy).Count(pair => pair.First != pair.Second), 1, 28 + 4 + 4);
    }

    [Fact]
    public void RepeatedCallsReuseTheCopyAndADamagedOneIsWrittenAnew()
    {
        using var folder = new TemporaryFolder();
        var original = TorchLibrary.Find(TorchLibrary.Binding);
        var copy = CompatibleCopy.Write(original, folder.Path);
        var sound = File.ReadAllBytes(copy);
        var written = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(copy, written);

        Assert.Equal(copy, CompatibleCopy.Write(original, folder.Path));
        Assert.Equal(written, File.GetLastWriteTimeUtc(copy));

        File.WriteAllBytes(copy, sound[..100]);
        Assert.Equal(copy, CompatibleCopy.Write(original, folder.Path));
        Assert.Equal(sound, File.ReadAllBytes(copy));
        Assert.Single(Directory.EnumerateFiles(folder.Path));
    }
}
