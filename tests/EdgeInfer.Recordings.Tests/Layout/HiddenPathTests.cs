using EdgeInfer.Recordings.Layout;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Recordings.Tests.Layout;

public sealed class HiddenPathTests
{
    [Theory]
    [InlineData(".DS_Store")]
    [InlineData("walk/._s1.csv")]
    [InlineData("__MACOSX/walk/s1.csv")]
    [InlineData("walk/@eaDir/s1.csv")]
    [InlineData(".git/config")]
    [InlineData("walk/THUMBS.DB")]
    [InlineData("desktop.ini")]
    public void WhatSystemsAndServersLeaveBehindIsHidden(string path) => Assert.True(HiddenPath.Is(path));

    [Theory]
    [InlineData("walk/s1.csv")]
    [InlineData("a.b/c.d.csv")]
    [InlineData("thumbs.db.csv")]
    public void OtherFilesAreNot(string path) => Assert.False(HiddenPath.Is(path));

    [Fact]
    public void AHiddenFileIsNoRecording()
    {
        using var folder = new TemporaryFolder();
        ImageFolder.WriteIdx(folder);
        File.WriteAllBytes(folder.File("._train-images-idx3-ubyte.gz"), [0, 5, 22, 7]);

        Assert.Equal(40, RecordingSet.Open(folder.Path).Recordings.Count);
    }
}
