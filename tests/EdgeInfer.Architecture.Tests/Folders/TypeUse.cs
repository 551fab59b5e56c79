using dnlib.DotNet;
using EdgeInfer.Architecture.Tests.Projects;

namespace EdgeInfer.Architecture.Tests.Folders;

/// <summary>A type that names another of its project; a nested type belongs to the type around it.</summary>
internal readonly record struct TypeUse(PlacedType User, PlacedType Used)
{
    public static IReadOnlyList<TypeUse> ReadAll(SolutionProject project)
    {
        using var module = ModuleDefMD.Load(project.BuiltPath, ModuleDef.CreateModuleContext());
        var compiled =
            from type in module.GetTypes()
            from named in NamedTypes.In(type)
            where !IsSharedByTheCompiler(named)
            select new TypeUse(PlacedType.Of(type, project.RootNamespace), PlacedType.Of(named, project.RootNamespace));
        return [.. compiled, .. ConstantUses.Read(project, module)];
    }

    /// <summary>Constant data, read-only arrays and anonymous types, written once for the whole assembly.</summary>
    private static bool IsSharedByTheCompiler(TypeDef type) => type.Namespace.Length == 0 && type.Name.StartsWith("<");
}
