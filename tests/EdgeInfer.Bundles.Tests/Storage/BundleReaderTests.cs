using System.IO.Compression;
using System.Text;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Bundles.Tests.Storage;

public sealed class BundleReaderTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly string _folder;

    public BundleReaderTests() => _folder = Samples.Write(_temporary.File("bundle"));

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void WhatIsWrittenIsReadFromAFolder() => AssertSample(BundleReader.Open(_folder));

    [Fact]
    public void WhatIsWrittenIsReadFromAZip()
    {
        var zip = _temporary.File("bundle.zip");
        ZipFile.CreateFromDirectory(_folder, zip);

        AssertSample(BundleReader.Open(zip));
    }

    [Fact]
    public void AHybridsSecondFileIsReadBesideItsModel()
    {
        var folder = _temporary.File("hybrid");
        var manifest = Samples.Manifest with { Engine = ModelEngine.Hybrid, EmbeddingFile = "embedding.onnx" };
        BundleWriter.Write(folder, manifest, new Dictionary<string, byte[]>(Samples.Files) { ["embedding.onnx"] = [6, 7] }, Samples.Golden);

        var bundle = BundleReader.Open(folder);

        Assert.Equal(Samples.Files["model.onnx"], bundle.ModelBytes.ToArray());
        Assert.Equal([6, 7], bundle.EmbeddingBytes!.Value.ToArray());
        Assert.Null(BundleReader.Open(_folder).EmbeddingBytes);
    }

    [Theory]
    [InlineData("model.onnx", "sha256 is ")]
    [InlineData("golden.json", "sha256 is ")]
    public void AnAlteredByteIsRefusedNamingTheFile(string name, string reason)
    {
        var path = Path.Combine(_folder, name);
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);

        Assert.StartsWith($"{path}: {reason}", MessageOf(_folder), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("still", "calm_")]
    [InlineData("\"leaky\": false", "\"leaky\": true")]
    [InlineData("CC BY 4.0", "CC0 1.0 x")]
    public void AnEditedLineOfTheManifestIsRefusedSayingWhatToDo(string old, string by)
    {
        var path = Path.Combine(_folder, "model.json");
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, by, StringComparison.Ordinal));

        var message = MessageOf(_folder);
        Assert.StartsWith($"{path}: sha256 is ", message, StringComparison.Ordinal);
        Assert.EndsWith("it was altered after the export; export the bundle again", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "missing: nothing shows that model.json is as it was exported; export the bundle again")]
    [InlineData("", "0 bytes, not 1 to 256")]
    [InlineData("deadbeef  model.json", "is not one line '<sha256>  model.json', as sha256sum writes it")]
    [InlineData("74f81fe167d99b4cb41d6d0ccda82278caee9f3e2f25d5e5a3936ff3dcec60d0  other.json",
        "is not one line '<sha256>  model.json', as sha256sum writes it")]
    public void ASealThatIsNoneIsRefused(string? text, string reason)
    {
        var path = Path.Combine(_folder, "model.sha256");
        if (text is null)
            File.Delete(path);
        else
            File.WriteAllText(path, text);

        Assert.Equal($"{path}: {reason}", MessageOf(_folder));
    }

    [Fact]
    public void AnotherSizeIsRefusedNamingBoth()
    {
        var path = Path.Combine(_folder, "model.onnx");
        File.WriteAllBytes(path, new byte[6]);

        Assert.Equal($"{path}: 6 bytes, but model.json says 5", MessageOf(_folder));
    }

    [Fact]
    public void AMissingFileIsNamed()
    {
        var path = Path.Combine(_folder, "model.onnx");
        File.Delete(path);

        Assert.Equal($"{path}: missing, but model.json lists it", MessageOf(_folder));
    }

    [Fact]
    public void AFolderWithoutManifestIsNoBundle()
    {
        File.Delete(Path.Combine(_folder, "model.json"));

        Assert.EndsWith("model.json: missing: this is no bundle", MessageOf(_folder), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileOutsideTheManifestIsRefused()
    {
        var path = Path.Combine(_folder, "run.sh");
        File.WriteAllText(path, "#!/bin/sh");

        Assert.Equal($"{path}: not listed in model.json", MessageOf(_folder));
    }

    [Fact]
    public void FoldersAndLinksAreRefused()
    {
        var path = Path.Combine(_folder, "link");
        File.CreateSymbolicLink(path, "/dev/zero");

        Assert.StartsWith(path + ": a bundle holds plain files only", MessageOf(_folder), StringComparison.Ordinal);
        File.Delete(path);
        Directory.CreateDirectory(path);
        Assert.StartsWith(path + ": a bundle holds plain files only", MessageOf(_folder), StringComparison.Ordinal);
    }

    [Fact]
    public void ASignatureIsHandedOnAndNothingIsClaimedOfIt()
    {
        File.WriteAllBytes(Path.Combine(_folder, "model.sig"), [9, 8, 7]);

        Assert.Equal([9, 8, 7], BundleReader.Open(_folder).SignatureBytes?.ToArray());
    }

    [Fact]
    public void ATruncatedManifestIsRefusedWithItsLine()
    {
        var path = Path.Combine(_folder, "model.json");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..200]);

        Assert.StartsWith(path + ":", MessageOf(_folder), StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherWindowInTheGoldenCasesIsRefused()
    {
        var golden = Encoding.UTF8.GetBytes("""{"tolerance":0.1,"cases":[{"window":[1],"output":[0,1]}]}""");
        Rewrite("golden.json", golden);

        Assert.EndsWith("golden.json: $.cases[0].window: 1 values, not 6", MessageOf(_folder), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"tolerance":0.1,"cases":null}""")]
    [InlineData("""{"tolerance":0.1,"cases":[null]}""")]
    [InlineData("""{"tolerance":0.1,"cases":[{"window":null,"output":[0,1]}]}""")]
    [InlineData("""{"tolerance":0.1,"cases":[{"window":[1,2,3,4,5,1e99],"output":[0,1]}]}""")]
    [InlineData("""{"tolerance":1e99,"cases":[{"window":[1,2,3,4,5,6],"output":[0,1]}]}""")]
    public void HostileGoldenCasesAreRefused(string json)
    {
        Rewrite("golden.json", Encoding.UTF8.GetBytes(json));

        Assert.Contains("golden.json", MessageOf(_folder), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"labels\": [", "\"labels\": [ null,")]
    [InlineData("\"channels\": [", "\"channels\": [ null,")]
    [InlineData("\"files\": [", "\"files\": [ null,")]
    [InlineData("\"metrics\": [", "\"metrics\": [ null,")]
    [InlineData("\"groups\": [", "\"groups\": [ null,")]
    public void NullInsideAListIsRefused(string found, string put)
    {
        var path = Path.Combine(_folder, "model.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace(found, put, StringComparison.Ordinal));

        Assert.StartsWith(path, MessageOf(_folder), StringComparison.Ordinal);
    }

    [Fact]
    public void NothingWhereABundleShouldBeIsSaid() =>
        Assert.EndsWith("no bundle here: neither a folder nor a .zip file", MessageOf(_temporary.File("none")), StringComparison.Ordinal);

    [Theory]
    [InlineData("../model.onnx")]
    [InlineData("folder/model.onnx")]
    [InlineData("/model.onnx")]
    public void AZipEntryThatLeavesItsFolderIsRefused(string name)
    {
        var zip = ZipWith(name, [1, 2, 3, 4, 5]);

        Assert.StartsWith($"{zip}: entry '{name}' is not a plain file name", MessageOf(zip), StringComparison.Ordinal);
    }

    [Fact]
    public void AZipBombIsRefusedBeforeItIsUnpacked()
    {
        var zip = ZipWith("bomb.onnx", new byte[8 * 1024 * 1024]);

        Assert.Contains("entry 'bomb.onnx' unpacks ", MessageOf(zip), StringComparison.Ordinal);
    }

    [Fact]
    public void AZipOfTooManyEntriesIsRefusedBeforeItIsOpened()
    {
        var zip = _temporary.File("many.zip");
        using (var archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            for (var i = 0; i < 12; i++)
                archive.CreateEntry($"file{i}");
        }

        Assert.Equal($"{zip}: 12 entries, not 1 to 11 on one disk", MessageOf(zip));
    }

    [Fact]
    public void ADamagedZipIsRefusedOrReadAlike()
    {
        var zip = _temporary.File("bundle.zip");
        ZipFile.CreateFromDirectory(_folder, zip);
        var sound = File.ReadAllBytes(zip);
        var random = new Random(20_261_122);
        for (var number = 0; number < 300; number++)
        {
            var bytes = (byte[])sound.Clone();
            for (var change = random.Next(1, 4); change > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(zip, number % 3 == 0 ? sound[..random.Next(sound.Length)] : bytes);
            try
            {
                AssertSample(BundleReader.Open(zip));
            }
            catch (InvalidInputException refused)
            {
                Assert.StartsWith(zip, refused.Message, StringComparison.Ordinal);
            }
        }
    }

    private static void AssertSample(Bundle bundle)
    {
        Assert.Equal([1, 2, 3, 4, 5], bundle.ModelBytes.ToArray());
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(ManifestText.Write(bundle.Manifest))), bundle.Sha256);
        Assert.Equal(Samples.Golden.Cases[0].Window, bundle.Golden.Cases[0].Window);
        Assert.Equal(Samples.Golden.Cases[0].Output, bundle.Golden.Cases[0].Output);
        Assert.Equal(Samples.Golden.Tolerance, bundle.Golden.Tolerance);
        Assert.Null(bundle.SignatureBytes);
        Assert.Equal(["golden.json", "model.onnx"], bundle.Manifest.Files.Select(file => file.Path));
        Assert.Equal(
            ManifestText.Write(Samples.Manifest with { Files = [] }),
            ManifestText.Write(bundle.Manifest with { Files = [] }));
    }

    private static string MessageOf(string path) =>
        Assert.Throws<InvalidInputException>(() => BundleReader.Open(path)).Message;

    /// <summary>Puts other bytes into a file and makes the manifest agree, as an attacker would.</summary>
    private void Rewrite(string name, byte[] bytes)
    {
        var place = Path.Combine(_folder, "model.json");
        var manifest = JsonText.Read(File.ReadAllBytes(place), ManifestJson.Default.Manifest, place);
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        File.WriteAllBytes(Path.Combine(_folder, name), bytes);
        var text = ManifestText.Write(manifest with
        {
            Files = [.. manifest.Files.Select(file => file.Path == name ? new(name, sha256, bytes.Length) : file)],
        });
        File.WriteAllBytes(place, text);
        File.WriteAllBytes(Path.Combine(_folder, "model.sha256"), BundleSeal.Of(text).ToBytes());
    }

    private string ZipWith(string name, byte[] bytes)
    {
        var zip = _temporary.File("hostile.zip");
        ZipFile.CreateFromDirectory(_folder, zip);
        using var archive = ZipFile.Open(zip, ZipArchiveMode.Update);
        using var stream = archive.CreateEntry(name).Open();
        stream.Write(bytes);
        return zip;
    }
}
