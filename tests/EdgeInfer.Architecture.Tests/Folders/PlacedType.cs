using dnlib.DotNet;

namespace EdgeInfer.Architecture.Tests.Folders;

/// <summary>A type and its folder, which its namespace names: `.` is the project's own.</summary>
internal readonly record struct PlacedType(string Folder, string Name)
{
    public static PlacedType Of(TypeDef type, string rootNamespace)
    {
        while (type.DeclaringType is { } around)
            type = around;
        return new(FolderOf(type.Namespace, rootNamespace), type.Name);
    }

    /// <summary>Top-level statements stand in no namespace; a linked file keeps the namespace of where it lies.</summary>
    private static string FolderOf(string spelled, string rootNamespace)
    {
        if (spelled.Length == 0 || spelled == rootNamespace)
            return ".";
        return spelled.StartsWith($"{rootNamespace}.", StringComparison.Ordinal)
            ? spelled[(rootNamespace.Length + 1)..].Replace('.', '/')
            : spelled;
    }
}
