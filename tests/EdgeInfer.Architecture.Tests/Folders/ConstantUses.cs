using System.Text.RegularExpressions;
using dnlib.DotNet;
using EdgeInfer.Architecture.Tests.Projects;

namespace EdgeInfer.Architecture.Tests.Folders;

/// <summary>
/// Who reads constants and names of enums: the compiler leaves their values alone, so the source is read.
/// A file bears the name of its type.
/// </summary>
internal static partial class ConstantUses
{
    public static IEnumerable<TypeUse> Read(SolutionProject project, ModuleDef module)
    {
        var owners = module.GetTypes()
            .SelectMany(type => type.Fields.Where(field => field.IsLiteral).Select(field => (Spelled: $"{type.Name}.{field.Name}", type)))
            .ToLookup(constant => constant.Spelled, constant => PlacedType.Of(constant.type, project.RootNamespace));
        return project.SourceFiles().SelectMany(file =>
        {
            var user = new PlacedType(file.Folder, Path.GetFileNameWithoutExtension(file.Path));
            return File.ReadLines(file.Path)
                .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
                .SelectMany(line => Member.Matches(line))
                .SelectMany(match => owners[match.Value])
                .Select(owner => new TypeUse(user, owner));
        });
    }

    [GeneratedRegex(@"\b[A-Z]\w*\.[A-Z]\w*\b")]
    private static partial Regex Member { get; }
}
