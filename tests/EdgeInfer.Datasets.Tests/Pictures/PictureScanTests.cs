using EdgeInfer.Datasets.Pictures;
using EdgeInfer.Images.Exif;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Data;
using EdgeInfer.Tests.Support.Pictures;

namespace EdgeInfer.Datasets.Tests.Pictures;

public sealed class PictureScanTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void EveryFileIsAPictureABrokenOneAnIndexHiddenOrAnother()
    {
        Write("cat/1.png", ImageFolder.Png(2, 3, 1));
        Write("cat/2.png", ExifBytes.InPng(ImageFolder.Png(2, 3, 1), ExifBytes.Block(6)));
        Write("cat/3.jpg", ExifBytes.InPng(ImageFolder.Png(4, 4, 1), ExifBytes.Block(77)));
        Write("dog/cut.png", ImageFolder.Png(2, 3, 1)[..^5]);
        Write("dog/empty.jpg", []);
        Write("dog/page.jpeg", [.. "<html>"u8]);
        Write("dog/unnamed", ImageFolder.Png(5, 5, 1));
        Write(".DS_Store", [1]);
        Write("cat/._1.png", [0, 5, 22, 7]);
        Write("cat/Thumbs.db", [1]);
        Write("__MACOSX/cat/1.png", ImageFolder.Png(2, 3, 1));
        Write("@eaDir/1.png", ImageFolder.Png(2, 3, 1));
        Write("train.csv", [.. "file,class\nimages/1.png,0\n"u8]);
        Write("LICENSE.txt", [.. "MIT"u8]);

        var scan = PictureScan.Run(_folder.Path);

        Assert.Equal(
            [
                new ScannedPicture("cat/1.png", 2, 3, ExifOrientation.TopLeft, false, false),
                new ScannedPicture("cat/2.png", 3, 2, ExifOrientation.RightTop, false, false),
                new ScannedPicture("cat/3.jpg", 4, 4, ExifOrientation.TopLeft, true, false),
                new ScannedPicture("dog/unnamed", 5, 5, ExifOrientation.TopLeft, false, false),
            ],
            scan.Pictures);
        Assert.Equal(["dog/cut.png", "dog/empty.jpg", "dog/page.jpeg"], scan.Broken.Select(broken => broken.Path));
        Assert.StartsWith("a truncated PNG: ", scan.Broken[0].Reason, StringComparison.Ordinal);
        Assert.Equal("the file is empty", scan.Broken[1].Reason);
        Assert.Equal("is neither a JPEG nor a PNG image", scan.Broken[2].Reason);
        Assert.Equal([".DS_Store", "@eaDir/1.png", "__MACOSX/cat/1.png", "cat/._1.png", "cat/Thumbs.db"], scan.Hidden);
        Assert.Equal(["train.csv"], scan.Indexes);
        Assert.Equal(["LICENSE.txt"], scan.Others);
    }

    [Fact]
    public void TheNotesNameWhatWasFound()
    {
        Write("cat/1.png", ExifBytes.InPng(ImageFolder.Png(2, 3, 1), ExifBytes.Block(3)));
        Write("cat/2.png", ExifBytes.InPng(ImageFolder.Png(2, 3, 1), ExifBytes.Block(77)));
        Write("list.csv", [.. "1.png,0\n"u8]);
        Write(".hidden", [1]);
        Write("dog/cut.png", ImageFolder.Png(2, 3, 1)[..^5]);
        for (var i = 0; i < 22; i++)
            Write(FormattableString.Invariant($"dog/{i:00}.jpg"), []);

        string[] notes = [.. PictureNotes.Of(PictureScan.Run(_folder.Path))];

        Assert.StartsWith("22 pictures are left out: the file is empty: dog/00.jpg, dog/01.jpg, ", notes[0], StringComparison.Ordinal);
        Assert.EndsWith("dog/19.jpg, ...", notes[0], StringComparison.Ordinal);
        Assert.StartsWith("dog/cut.png is left out: a truncated PNG: ", notes[1], StringComparison.Ordinal);
        Assert.Equal(
            [
                "1 of 2 pictures are turned as their EXIF says",
                "1 pictures have damaged EXIF and are taken as they lie: cat/2.png",
                "1 text files list pictures and are passed over: label, group and side do not come from them: list.csv",
                "1 hidden files are passed over: .hidden",
            ],
            notes[2..]);
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(name))!);
        File.WriteAllBytes(_folder.File(name), bytes);
    }
}
