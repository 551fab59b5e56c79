using dnlib.DotNet;

namespace EdgeInfer.Architecture.Tests.Folders;

public sealed class NamedTypesTests
{
    [Theory]
    [InlineData(typeof(Parent<>), "base type")]
    [InlineData(typeof(IContract), "interface")]
    [InlineData(typeof(OfBase), "argument of a generic base type")]
    [InlineData(typeof(OfField), "field")]
    [InlineData(typeof(OfArray), "element of an array")]
    [InlineData(typeof(OfProperty), "property")]
    [InlineData(typeof(OfParameter), "parameter")]
    [InlineData(typeof(OfReturn), "return type")]
    [InlineData(typeof(IOfConstraint), "constraint")]
    [InlineData(typeof(OfLocal), "local, made in a body")]
    [InlineData(typeof(OfCall), "static member of a generic type called")]
    [InlineData(typeof(OfCallArgument), "argument of a generic method called")]
    [InlineData(typeof(OfTypeOf), "typeof")]
    [InlineData(typeof(OfCatch), "catch")]
    [InlineData(typeof(OfLambda), "lambda")]
    [InlineData(typeof(OfIterator), "iterator")]
    [InlineData(typeof(MarkAttribute), "attribute")]
    [InlineData(typeof(OfAttribute), "argument of an attribute")]
    public void AUseIsSeenWhereverItStands(Type used, string place)
    {
        using var module = ModuleDefMD.Load(typeof(NamedTypesTests).Assembly.Location, ModuleDef.CreateModuleContext());
        var user = module.Find($"{typeof(NamedTypesTests).FullName}/{nameof(User<>)}`1", isReflectionName: false);
        var named = user.NestedTypes.Prepend(user).SelectMany(NamedTypes.In).Select(type => type.ReflectionName);

        Assert.True(named.Contains(used.Name), $"{place}: {used.Name} is not seen");
    }

    private class Parent<T>;

    private interface IContract;

    private sealed class OfBase;

    private sealed class OfField;

    private sealed class OfArray;

    private sealed class OfProperty;

    private sealed class OfParameter;

    private sealed class OfReturn;

    private interface IOfConstraint;

    private sealed class OfLocal;

    private static class OfCall
    {
        public static int Count => 1;
    }

    private sealed class OfCallArgument;

    private sealed class OfTypeOf;

    private sealed class OfCatch : Exception;

    private static class OfLambda
    {
        public static int Count => 1;
    }

    private sealed class OfIterator;

    private sealed class OfAttribute;

    [AttributeUsage(AttributeTargets.Class)]
    private sealed class MarkAttribute(Type type) : Attribute
    {
        public Type Type { get; } = type;
    }

    [Mark(typeof(OfAttribute))]
    private sealed class User<T> : Parent<OfBase>, IContract
        where T : IOfConstraint
    {
        private readonly OfField _field = new();
        private readonly OfArray[] _array = [];

        public List<OfProperty> Property { get; } = [];

        public OfReturn? Return(OfParameter parameter) => null;

        public IEnumerable<object> Iterate()
        {
            yield return new OfIterator();
        }

        public string Body()
        {
            var local = new OfLocal();
            try
            {
                var argument = Array.Empty<OfCallArgument>();
                Func<int> lambda = () => OfLambda.Count;
                return $"{local}{OfCall.Count}{argument}{typeof(OfTypeOf)}{lambda}{_field}{_array}";
            }
            catch (OfCatch)
            {
                return "";
            }
        }
    }
}
