using System.Reflection;

namespace EdgeInfer.Architecture.Tests;

public sealed class SignatureTests
{
    public static TheoryData<string> Libraries =>
    [
        .. House.MayKnow.Keys.Where(name => name.StartsWith("EdgeInfer.", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void NoVendorTypeStandsInAPublicSignature(string library)
    {
        var vendors = House.Load(library).GetExportedTypes()
            .SelectMany(
                type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .SelectMany(TypesOf)
            .SelectMany(Parts)
            .Select(type => type.Assembly.GetName().Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal) && !name.StartsWith("EdgeInfer", StringComparison.Ordinal))
            .Distinct();

        Assert.Empty(vendors);
    }

    private static IEnumerable<Type> TypesOf(MemberInfo member) => member switch
    {
        MethodBase method => [.. method.GetParameters().Select(p => p.ParameterType), (method as MethodInfo)?.ReturnType ?? typeof(void)],
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        EventInfo handler => [handler.EventHandlerType!],
        _ => [],
    };

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
            return Parts(type.GetElementType()!);
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type) : [type];
    }
}
