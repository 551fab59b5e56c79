using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace EdgeInfer.Architecture.Tests.PublicApi;

/// <summary>What other assemblies can see, a line a type or member; what the compiler writes for records is left out.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Sorted, the same in every culture.</summary>
    public static IReadOnlyList<string> Of(Assembly assembly) =>
        [.. assembly.GetExportedTypes().SelectMany(Lines).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Lines(Type type)
    {
        var name = $"{type.Namespace}.{TypeName.Of(type)}";
        yield return $"{name} : {Kind(type)}{Bases(type)}";
        foreach (var member in type.GetMembers(Declared).Where(IsVisible))
        {
            if (Line(member) is { } line)
                yield return $"{name}.{line}";
        }
    }

    private static string Kind(Type type)
    {
        if (type.IsEnum)
            return "enum";
        if (type.IsInterface)
            return "interface";
        if (typeof(Delegate).IsAssignableFrom(type))
            return "delegate";
        if (type.IsValueType)
            return type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly struct" : "struct";
        return type switch
        {
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
    }

    private static string Bases(Type type)
    {
        var bases = type.GetInterfaces()
            .Except(type.BaseType?.GetInterfaces() ?? [])
            .Where(contract => contract.IsPublic && !contract.IsGenericType)
            .Select(TypeName.Of)
            .Order(StringComparer.Ordinal);
        if (type is { IsClass: true, BaseType: { } parent } && parent != typeof(object))
            bases = bases.Prepend(TypeName.Of(parent)).Order(StringComparer.Ordinal);
        var joined = type.IsEnum ? "" : string.Join(", ", bases);
        return joined.Length == 0 ? "" : $" ({joined})";
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method =>
            (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && !method.IsDefined(typeof(CompilerGeneratedAttribute)),
        FieldInfo field => (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && field.Name != "value__",
        PropertyInfo property =>
            property.Name != "EqualityContract" && property.GetAccessors(nonPublic: true).Any(a => a.IsPublic || a.IsFamily),
        EventInfo handler => handler.AddMethod!.IsPublic,
        _ => false,
    };

    private static string? Line(MemberInfo member) => member switch
    {
        ConstructorInfo constructor when !constructor.IsStatic => $"new({Parameters(constructor.GetParameters())})",
        MethodInfo { IsSpecialName: false } method =>
            $"{method.Name}({Parameters(method.GetParameters())}) -> {Static(method)}{TypeName.Of(method.ReturnParameter)}",
        MethodInfo { Name: "op_Implicit" or "op_Explicit" } method =>
            $"{method.Name}({Parameters(method.GetParameters())}) -> {TypeName.Of(method.ReturnParameter)}",
        FieldInfo { IsLiteral: true } constant => string.Create(
            CultureInfo.InvariantCulture, $"{constant.Name} = {constant.GetRawConstantValue()} -> const {TypeName.Of(constant)}"),
        FieldInfo field => $"{field.Name} -> {(field.IsStatic ? "static " : "")}{TypeName.Of(field)}",
        PropertyInfo property => $"{property.Name}{Index(property)} {{ {Accessors(property)} }} -> "
            + $"{Static(property.GetAccessors(nonPublic: true)[0])}{TypeName.Of(property)}",
        EventInfo handler => $"event {handler.Name} -> {TypeName.Of(handler)}",
        _ => null,
    };

    private static string Static(MethodInfo method) => method.IsStatic ? "static " : "";

    private static string Index(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } index ? $"[{Parameters(index)}]" : "";

    private static string Accessors(PropertyInfo property)
    {
        var set = property.SetMethod is { } method && (method.IsPublic || method.IsFamily) ? method : null;
        var init = set?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
        return (property.GetMethod is null ? "" : "get;") + (set is null ? "" : init ? " init;" : " set;");
    }

    private static string Parameters(IEnumerable<ParameterInfo> parameters) => string.Join(", ", parameters.Select(parameter =>
    {
        var passing = !parameter.ParameterType.IsByRef ? "" : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
        var fallback = parameter.HasDefaultValue
            ? string.Create(CultureInfo.InvariantCulture, $" = {parameter.RawDefaultValue ?? "default"}")
            : "";
        return $"{passing}{TypeName.Of(parameter)} {parameter.Name}{fallback}";
    }));
}
