using EdgeInfer.Comparison.Files;
using EdgeInfer.Core.Errors;
using EdgeInfer.Files;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Comparison.Tests.Files;

public class ReportFileTests
{
    [Fact]
    public void AReportReplacesTheOldOneAndLeavesNothingBeside()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("deep/er/report.json");
        ReportFile.Write(path, "a longer first report"u8);
        ReportFile.Write(path, "second"u8);

        Assert.Equal("second", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void AFullDiskIsToldInOneLine()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");

        var error = Assert.Throws<InvalidInputException>(() => ReportFile.Write("/dev/full", "report"u8));

        Assert.StartsWith("/dev/full: the report was not written: No space left on device", error.Message, StringComparison.Ordinal);
        Assert.True(File.Exists("/dev/full"));
    }

    [Fact]
    public void ADeviceIsWrittenIntoAndNotReplaced()
    {
        Assert.SkipUnless(File.Exists("/dev/null"), "needs /dev/null");
        ReportFile.Write("/dev/null", "report"u8);

        Assert.True(FileKind.IsSpecial("/dev/null"));
    }

    [Fact]
    public void ALinkStaysALinkAndItsTargetIsWrittenWhole()
    {
        using var folder = new TemporaryFolder();
        var target = folder.File("target.json");
        File.WriteAllText(target, "something much longer");
        File.CreateSymbolicLink(folder.File("link.json"), target);
        ReportFile.Write(folder.File("link.json"), "report"u8);

        Assert.Equal("report", File.ReadAllText(target));
        Assert.Equal(target, new FileInfo(folder.File("link.json")).LinkTarget);
    }

    [Fact]
    public void AFolderIsRefused()
    {
        using var folder = new TemporaryFolder();

        var error = Assert.Throws<InvalidInputException>(() => ReportFile.Write(folder.Path, "report"u8));

        Assert.Contains("is a folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileInTheWayOfAFolderIsToldInOneLine()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("file"), "");

        Assert.Throws<InvalidInputException>(() => ReportFile.Write(folder.File("file/report.json"), "report"u8));
    }

    [Fact]
    public void APlaceIsTriedBeforeAndNothingIsMade()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("file"), "");

        ReportFile.Require("--json", folder.File("deep/er/report.json"));
        ReportFile.Require("--json", folder.File("file"));

        Assert.Equal($"--json: {folder.Path} is a folder, and a file is to be written", Refusal(folder.Path));
        Assert.Equal($"--json: {folder.File("file")} is a file, and a folder is needed", Refusal(folder.File("file/deep/report.json")));
        Assert.Equal("--json: '' names no file", Refusal(""));
        Assert.Equal($"--json: '{folder.File("new/")}' names no file", Refusal(folder.File("new/")));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void AFolderThatTakesNoFileIsRefusedBefore()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "needs /proc, where nobody makes a file");

        Assert.StartsWith("--json: folder /proc/self can't be written to: ", Refusal("/proc/self/report.json"), StringComparison.Ordinal);
    }

    private static string Refusal(string path) => Assert.Throws<InvalidInputException>(() => ReportFile.Require("--json", path)).Message;
}
