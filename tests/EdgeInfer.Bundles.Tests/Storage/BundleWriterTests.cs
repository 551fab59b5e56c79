using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Features.Sets;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Bundles.Tests.Storage;

public sealed class BundleWriterTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    private string Folder => _temporary.File("bundle");

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void AnExistingBundleIsReplacedWhole()
    {
        Samples.Write(Folder);
        File.WriteAllText(Path.Combine(Folder, "model.sig"), "of the old one");

        BundleWriter.Write(Folder, Samples.Manifest, new Dictionary<string, byte[]> { ["model.onnx"] = [7] }, Samples.Golden);

        Assert.Equal([7], BundleReader.Open(Folder).ModelBytes.ToArray());
        Assert.Null(BundleReader.Open(Folder).SignatureBytes);
        Assert.Equal(["bundle"], Entries());
    }

    [Fact]
    public void AFileInThePlaceOfAFolderAboveIsNamed()
    {
        File.WriteAllText(Folder, "mine");

        var error = Assert.Throws<InvalidInputException>(() => Samples.Write(Path.Combine(Folder, "model")));

        Assert.Equal($"{Folder}: is a file; a folder of bundles was to be there", error.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WhicheverCallToTheDiskFailsTheOldBundleStandsAndNothingIsLeftOver(bool replacing)
    {
        if (replacing)
            Samples.Write(Folder);
        var failing = 1;
        while (!TryWrite(failing))
        {
            Assert.Equal(replacing ? ["bundle"] : [], Entries());
            if (replacing)
                Assert.Equal([1, 2, 3, 4, 5], BundleReader.Open(Folder).ModelBytes.ToArray());
            failing++;
        }

        // Four files, and one rename or two.
        Assert.Equal(replacing ? 7 : 6, failing);
        Assert.Equal([7], BundleReader.Open(Folder).ModelBytes.ToArray());
        Assert.Equal(["bundle"], Entries());
    }

    [Fact]
    public void AFolderOfSomethingElseIsNotReplaced()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "thesis.txt"), "years of work");

        var error = Assert.Throws<InvalidInputException>(() => Samples.Write(Folder));

        Assert.Equal($"{Folder}: holds something else than a bundle and is not replaced", error.Message);
        Assert.True(File.Exists(Path.Combine(Folder, "thesis.txt")));
    }

    [Fact]
    public void WhatTheReaderWouldRefuseIsNotWritten()
    {
        var files = new Dictionary<string, byte[]> { ["../model.onnx"] = [1] };

        var error = Assert.Throws<InvalidInputException>(() =>
            BundleWriter.Write(Folder, Samples.Manifest, files, Samples.Golden));

        Assert.Contains("$.files[0].path: '../model.onnx' is not a plain file name", error.Message, StringComparison.Ordinal);
        Assert.Empty(Entries());
    }

    [Fact]
    public void AFileNamedLikeTheManifestIsRefused()
    {
        var files = Samples.Files;
        files["model.json"] = [1];

        Assert.Throws<InvalidInputException>(() => BundleWriter.Write(Folder, Samples.Manifest, files, Samples.Golden));
        Assert.Empty(Entries());
    }

    private bool TryWrite(int failing)
    {
        var calls = 0;
        var disk = new BundleDisk(
            (path, bytes) =>
            {
                if (++calls == failing)
                {
                    File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
                    throw new IOException("No space left on device");
                }

                BundleDisk.Real.WriteFile(path, bytes);
            },
            (from, to) =>
            {
                if (++calls == failing)
                    throw new IOException("rename failed");
                BundleDisk.Real.MoveFolder(from, to);
            });
        try
        {
            BundleWriter.Write(
                Folder, Samples.Manifest, new Dictionary<string, byte[]> { ["model.onnx"] = [7] }, Samples.Golden, FeatureSets.Known, disk);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private string[] Entries() =>
        [.. Directory.EnumerateFileSystemEntries(_temporary.Path).Select(path => Path.GetFileName(path))];
}
