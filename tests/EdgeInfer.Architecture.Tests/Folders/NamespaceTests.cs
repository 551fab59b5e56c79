using EdgeInfer.Architecture.Tests.Projects;

namespace EdgeInfer.Architecture.Tests.Folders;

/// <summary>What lets namespaces stand for folders.</summary>
public sealed class NamespaceTests
{
    private const string Declaration = "namespace ";

    public static TheoryData<string> Projects => [.. SolutionProject.ReadAll().Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void ANamespaceIsTheProjectsOwnAndTheFolder(string name)
    {
        var project = SolutionProject.Named(name);
        var elsewhere = project.SourceFiles()
            .Select(file => (file.Path, Declared: DeclaredIn(file), Expected: Of(project, file)))
            .Where(file => file.Declared is not null && file.Declared != file.Expected)
            .Select(file => $"{file.Path}: {file.Declared}, not {file.Expected}");

        Assert.Empty(elsewhere);
    }

    /// <summary>Null in a file of top-level statements.</summary>
    private static string? DeclaredIn(SourceFile file) => File.ReadLines(file.Path)
        .FirstOrDefault(line => line.StartsWith(Declaration, StringComparison.Ordinal))?[Declaration.Length..].TrimEnd(';');

    private static string Of(SolutionProject project, SourceFile file) =>
        file.Folder == "." ? project.RootNamespace : $"{project.RootNamespace}.{file.Folder.Replace('/', '.')}";
}
