using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Recordings.Tests.Layout;

public sealed class FolderPathTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FolderPathTests()
    {
        Directory.CreateDirectory(_folder.File("walk"));
        File.WriteAllText(_folder.File("walk/a.csv"), "");
        File.WriteAllText(_folder.File("b.csv"), "");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void LinksBackToAFolderAboveArePassedOver()
    {
        Directory.CreateSymbolicLink(_folder.File("walk/again"), _folder.Path);
        Directory.CreateSymbolicLink(_folder.File("walk/self"), _folder.File("walk"));
        Directory.CreateSymbolicLink(_folder.File("walk/root"), "/");
        Assert.Equal(["b.csv", "walk/a.csv"], FolderPath.List(_folder.Path).Order());
    }

    [Fact]
    public void ALinkToAFolderElsewhereIsFollowed()
    {
        using var elsewhere = new TemporaryFolder();
        File.WriteAllText(elsewhere.File("c.csv"), "");
        Directory.CreateSymbolicLink(_folder.File("run"), elsewhere.Path);
        Assert.Equal(["b.csv", "run/c.csv", "walk/a.csv"], FolderPath.List(_folder.Path).Order());
    }

    [Fact]
    public void MoreFilesThanTheLimitAreRefusedByNumber()
    {
        var error = Assert.Throws<InvalidInputException>(() => FolderPath.List(_folder.Path, limit: 1).Count());
        Assert.Equal("holds more than 1 files, which is the limit: name a folder below it, or divide the data", error.Reason);
        Assert.Equal(2, FolderPath.List(_folder.Path, limit: 2).Count());
    }

    [Fact]
    public void NotesBesideCsvFilesAreNoTables()
    {
        Assert.Equal(["a.csv", "b.CSV.gz"], TableName.TablesOf(["README.txt", "a.csv", "b.CSV.gz", "run.log"]));
        Assert.Equal(["a.txt", "b.tsv.gz"], TableName.TablesOf(["a.txt", "b.tsv.gz", "split.json"]));
    }
}
