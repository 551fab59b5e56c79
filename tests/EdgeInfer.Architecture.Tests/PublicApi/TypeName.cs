using System.Reflection;

namespace EdgeInfer.Architecture.Tests.PublicApi;

/// <summary>Types as C# spells them, nullability included.</summary>
internal static class TypeName
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(short)] = "short",
        [typeof(ushort)] = "ushort", [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long",
        [typeof(ulong)] = "ulong", [typeof(float)] = "float", [typeof(double)] = "double", [typeof(string)] = "string",
        [typeof(object)] = "object", [typeof(char)] = "char",
    };

    public static string Of(ParameterInfo parameter) =>
        Of(parameter.ParameterType, new NullabilityInfoContext().Create(parameter), write: parameter.Position >= 0 && !parameter.IsOut);

    public static string Of(PropertyInfo property) =>
        Of(property.PropertyType, new NullabilityInfoContext().Create(property), write: false);

    public static string Of(FieldInfo field) => Of(field.FieldType, new NullabilityInfoContext().Create(field), write: false);

    public static string Of(EventInfo handler) => Of(handler.EventHandlerType!, new NullabilityInfoContext().Create(handler), write: false);

    /// <summary>Without nullability; a nested type carries the types around it.</summary>
    public static string Of(Type type) => Of(type, null, write: false);

    private static string Of(Type type, NullabilityInfo? nullability, bool write)
    {
        if (type.IsByRef)
            return Of(type.GetElementType()!, nullability?.ElementType ?? nullability, write);
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Of(value, null, write) + "?";
        var state = write ? nullability?.WriteState : nullability?.ReadState;
        var mark = state == NullabilityState.Nullable && !type.IsValueType ? "?" : "";
        if (type.IsArray)
            return $"{Of(type.GetElementType()!, nullability?.ElementType, write)}[]{mark}";
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword + mark;
        if (type.IsGenericParameter)
            return type.Name + mark;
        var outer = type.DeclaringType is { } declaring ? $"{Of(declaring)}." : "";
        var name = type.Name.Split('`')[0];
        if (!type.IsGenericType)
            return outer + name + mark;
        var arguments = type.GetGenericArguments()
            .Select((argument, i) => Of(argument, nullability?.GenericTypeArguments.ElementAtOrDefault(i), write));
        return $"{outer}{name}<{string.Join(", ", arguments)}>{mark}";
    }
}
