using System.CommandLine;
using System.Text.Json;
using EdgeInfer.Core.Errors;
using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Commands;

namespace EdgeInfer.Trainer.Tests.Commands;

public sealed class JsonFileTests : IDisposable
{
    private static readonly string Bundle = Path.Combine(Repository.Root, "models", "har-phone-cnn-int8");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The bundles named are none, which the work itself would say first.</summary>
    [Theory]
    [InlineData("inspect")]
    [InlineData("layers", "none", "--data", "none")]
    [InlineData("compress", "--data", "none", "--steps", "int8", "--out", "none")]
    public void APlaceThatCannotBeWrittenIsToldBeforeAnyWork(string verb, params string[] rest)
    {
        Command command = verb switch { "inspect" =>
            InspectCommand.Create(), "layers" => LayersCommand.Create(), _ => CompressCommand.Create() };

        Assert.Equal($"--json: folder {_folder.File("absent")} does not exist", Refusal(_folder.File("absent/result.json")));
        Assert.Equal($"--json: {_folder.Path} is a folder, and a file is to be written", Refusal(_folder.Path));

        string Refusal(string json) =>
            Assert.Throws<InvalidInputException>(() => TrainingCommands.Invoke(command, ["none", .. rest, "--json", json])).Message;
    }

    [Fact]
    public void ResultsNameWhatTheyChooseFrom()
    {
        var file = _folder.File("inspection.json");
        TrainingCommands.Invoke(InspectCommand.Create(), Bundle, "--json", file);

        var manifest = JsonElement.Parse(File.ReadAllText(file)).GetProperty("manifest");
        Assert.Equal("classification", manifest.GetProperty("task").GetProperty("kind").GetString());
        Assert.Equal("signal", manifest.GetProperty("input").GetProperty("channels")[0].GetProperty("role").GetString());
        Assert.Equal([file], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void AResultGoesThroughALinkOrADeviceToo()
    {
        var (target, link) = (_folder.File("target.json"), _folder.File("link.json"));
        File.WriteAllText(target, "");
        File.CreateSymbolicLink(link, target);

        TrainingCommands.Invoke(InspectCommand.Create(), Bundle, "--json", link);

        Assert.Equal(target, new FileInfo(link).LinkTarget);
        Assert.StartsWith("{", File.ReadAllText(target), StringComparison.Ordinal);
    }
}
