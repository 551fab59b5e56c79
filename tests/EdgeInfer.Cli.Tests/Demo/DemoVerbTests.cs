using EdgeInfer.Cli.Tests.Support;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Cli.Tests.Demo;

[Collection<CurrentFolder>]
public sealed class DemoVerbTests
{
    [Fact]
    public void AReportThatCannotBeWrittenIsRefusedBeforeAnyWork()
    {
        using var folder = new TemporaryFolder();
        var before = Environment.CurrentDirectory;
        Directory.CreateDirectory(folder.File("artifacts/demo/report.html"));
        Environment.CurrentDirectory = folder.File(".");
        try
        {
            var (code, lines) = Verb.Run("demo", "--quick");

            Assert.Equal(2, code);
            Assert.StartsWith($"{Path.Combine("artifacts", "demo")}: ", Assert.Single(lines), StringComparison.Ordinal);
            Assert.False(Directory.Exists(folder.File("artifacts/demo/data")));
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }
}
