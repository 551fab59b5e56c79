using EdgeInfer.Tests.Support;

namespace EdgeInfer.Architecture.Tests.Projects;

/// <summary>What the house does in one place: a second one would drift from it.</summary>
public sealed class SinglePlaceTests
{
    private const string Manifests = "tools/EdgeInfer.Trainer/Export/BundleDraft.cs";
    private const string Messages = "tools/EdgeInfer.Trainer/Onnx/OnnxProto.cs";

    [Theory]
    [InlineData("MinimumRuntime = ", Manifests)]
    [InlineData(" BundleWriter.Write(", Manifests)]
    [InlineData("ModelProto.Parser", Messages)]
    [InlineData(".ParseFrom(", Messages)]
    [InlineData(".ToByteArray()", Messages)]
    public void StandsInOneFileAlone(string code, string file) => Assert.Equal(
        [file],
        SolutionProject.ReadAll()
            .SelectMany(project => project.SourceFiles())
            .Where(source => File.ReadAllText(source.Path).Contains(code, StringComparison.Ordinal))
            .Select(source => Path.GetRelativePath(Repository.Root, source.Path)));
}
