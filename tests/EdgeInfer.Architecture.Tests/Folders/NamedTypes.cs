using dnlib.DotNet;
using dnlib.DotNet.Emit;

namespace EdgeInfer.Architecture.Tests.Folders;

/// <summary>
/// The types of the same assembly that a type's metadata and code name, once for each place.
/// Who reads a constant is not seen: by then it is a value.
/// </summary>
internal static class NamedTypes
{
    public static IEnumerable<TypeDef> In(TypeDef type) =>
    [
        .. At(type.BaseType),
        .. type.Interfaces.SelectMany(implemented => At(implemented.Interface)),
        .. InConstraints(type.GenericParameters),
        .. InAttributes(type),
        .. type.Fields.SelectMany(field => At(field.FieldType).Concat(InAttributes(field))),
        .. type.Properties.SelectMany(InAttributes),
        .. type.Events.SelectMany(InAttributes),
        .. type.Methods.SelectMany(In),
    ];

    private static IEnumerable<TypeDef> In(MethodDef method) =>
    [
        .. In(method.MethodSig),
        .. InConstraints(method.GenericParameters),
        .. InAttributes(method),
        .. method.ParamDefs.SelectMany(InAttributes),
        .. method.Overrides.SelectMany(overridden => At(overridden.MethodDeclaration)),
        .. method.Body is { } body ? In(body) : [],
    ];

    private static IEnumerable<TypeDef> In(CilBody body) =>
    [
        .. body.Variables.SelectMany(local => At(local.Type)),
        .. body.ExceptionHandlers.SelectMany(handler => At(handler.CatchType)),
        .. body.Instructions.SelectMany(instruction => AtOperand(instruction.Operand)),
    ];

    private static IEnumerable<TypeDef> AtOperand(object? operand) => operand switch
    {
        ITypeDefOrRef type => At(type),
        MethodSig signature => In(signature),
        IMethod methodOrForeignField => At(methodOrForeignField),
        FieldDef field => [field.DeclaringType],
        _ => [],
    };

    private static IEnumerable<TypeDef> At(IMethod method) => method is MethodSpec generic
        ? [.. At(generic.Method.DeclaringType), .. generic.GenericInstMethodSig.GenericArguments.SelectMany(At)]
        : At(method.DeclaringType);

    private static IEnumerable<TypeDef> In(MethodSig signature) => [.. At(signature.RetType), .. signature.Params.SelectMany(At)];

    private static IEnumerable<TypeDef> InConstraints(IEnumerable<GenericParam> parameters) =>
        parameters.SelectMany(parameter => parameter.GenericParamConstraints).SelectMany(constraint => At(constraint.Constraint));

    private static IEnumerable<TypeDef> InAttributes(IHasCustomAttribute bearer) => bearer.CustomAttributes.SelectMany(InAttribute);

    private static IEnumerable<TypeDef> InAttribute(CustomAttribute attribute) =>
    [
        .. At(attribute.AttributeType),
        .. attribute.ConstructorArguments.SelectMany(AtArgument),
        .. attribute.NamedArguments.SelectMany(named => AtArgument(named.Argument)),
    ];

    private static IEnumerable<TypeDef> AtArgument(CAArgument argument) => argument.Value switch
    {
        TypeSig type => At(type),
        IEnumerable<CAArgument> several => several.SelectMany(AtArgument),
        _ => At(argument.Type),
    };

    private static IEnumerable<TypeDef> At(ITypeDefOrRef? type) => type switch
    {
        TypeDef here => [here],
        TypeSpec spelled => At(spelled.TypeSig),
        _ => [],
    };

    private static IEnumerable<TypeDef> At(TypeSig? type) => type switch
    {
        null => [],
        TypeDefOrRefSig named => At(named.TypeDefOrRef),
        GenericInstSig generic => [.. At(generic.GenericType), .. generic.GenericArguments.SelectMany(At)],
        FnPtrSig pointer => In(pointer.MethodSig),
        ModifierSig modified => [.. At(modified.Modifier), .. At(modified.Next)],
        _ => At(type.Next),
    };
}
