using System.Text.RegularExpressions;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Architecture.Tests.Projects;

/// <summary>One name, one thing: a second type of a name is a twin, or another thing that needs its own word.</summary>
public sealed partial class TypeNameTests
{
    [Fact]
    public void NoNameStandsTwiceInTheHouse()
    {
        var types = SolutionProject.ReadAll()
            .SelectMany(project => project.SourceFiles())
            .SelectMany(file => Declared(File.ReadAllText(file.Path))
                .Select(name => (Name: name, File: Path.GetRelativePath(Repository.Root, file.Path))))
            .ToArray();

        Assert.Contains(types, type => type.Name == "ReadyBundle");
        Assert.Empty(types
            .GroupBy(type => type.Name)
            .Where(twins => twins.Count() > 1)
            .Select(twins => $"{twins.Key}: {string.Join(", ", twins.Select(type => type.File))}"));
    }

    [Theory]
    [InlineData("public sealed record Pair(int A);", "Pair")]
    [InlineData("internal readonly record struct Pair<T>(T A);", "Pair<T>")]
    [InlineData("public static partial class Pair\n{\n    private sealed class Inner;\n}", "Pair")]
    [InlineData("internal interface IPair<out T, U>\n{\n}", "IPair<out T, U>")]
    public void ATypeIsFoundByItsDeclaration(string source, string name) => Assert.Equal([name], Declared(source));

    /// <summary>With type parameters, which make another type of a name; nested types are indented.</summary>
    private static IEnumerable<string> Declared(string source) => Declaration().Matches(source).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(
        @"^(?:(?:public|internal|file|sealed|static|abstract|partial|readonly|ref|unsafe) )*"
        + @"(?:class|record struct|record|struct|interface|enum|delegate \S+) (?<name>\w+(?:<[^>]*>)?)",
        RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
