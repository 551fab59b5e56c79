using System.Xml.Linq;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Architecture.Tests.Projects;

/// <summary>A project of src or tools, as the solution and its own file describe it.</summary>
/// <param name="Folder">From the root of the repository, with slashes.</param>
/// <param name="References">Names of the projects that its file refers to, what it only starts as a process left out.</param>
internal sealed record SolutionProject(
    string Name, string Folder, string Assembly, string RootNamespace, bool IsExecutable, IReadOnlyList<string> References)
{
    public bool IsShipped => Folder.StartsWith("src/", StringComparison.Ordinal);

    /// <summary>Beside the tests: their project refers to what no other refers to.</summary>
    public string BuiltPath => Path.Combine(AppContext.BaseDirectory, $"{Assembly}.dll");

    public static IReadOnlyList<SolutionProject> ReadAll() =>
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "EdgeInfer.sln"))
            .Where(line => line.StartsWith("Project(", StringComparison.Ordinal))
            .Select(line => line.Split('"')[5].Replace('\\', '/'))
            .Where(path => path.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(path => path.StartsWith("src/", StringComparison.Ordinal) || path.StartsWith("tools/", StringComparison.Ordinal))
            .Select(Read),
    ];

    public static SolutionProject Named(string name) => ReadAll().Single(project => project.Name == name);

    /// <summary>What lies in its folder; linked files and generated ones lie elsewhere.</summary>
    public IEnumerable<SourceFile> SourceFiles()
    {
        var root = Path.Combine(Repository.Root, Folder);
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => new SourceFile(path, Path.GetRelativePath(root, Path.GetDirectoryName(path)!)))
            .Where(file => file.Folder.Split('/')[0] is not ("bin" or "obj"));
    }

    private static SolutionProject Read(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var file = XDocument.Load(Path.Combine(Repository.Root, path));
        string? Property(string key) => file.Descendants(key).FirstOrDefault()?.Value;
        var references = file.Descendants("ProjectReference")
            .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
            .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));
        return new(
            name,
            Path.GetDirectoryName(path)!,
            Property("AssemblyName") ?? name,
            Property("RootNamespace") ?? name,
            Property("OutputType") == "Exe",
            [.. references]);
    }
}
