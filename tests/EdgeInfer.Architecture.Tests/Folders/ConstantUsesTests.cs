using dnlib.DotNet;
using EdgeInfer.Architecture.Tests.Folders.Samples;
using EdgeInfer.Architecture.Tests.Projects;

namespace EdgeInfer.Architecture.Tests.Folders;

public sealed class ConstantUsesTests
{
    private const string Name = "EdgeInfer.Architecture.Tests";

    private static readonly SolutionProject Own = new(
        Name, $"tests/{Name}", Assembly: Name, RootNamespace: Name, IsExecutable: true, References: []);

    [Fact]
    public void AConstantThatTheCompilerPutInPlaceIsSeenInTheSource()
    {
        using var module = ModuleDefMD.Load(Own.BuiltPath, ModuleDef.CreateModuleContext());

        var seen = Assert.Single(ConstantUses.Read(Own, module), use => use.Used.Name == nameof(SampleLimits));

        Assert.Equal(3, SampleLimits.Most);
        Assert.Equal(new(new("Folders", nameof(ConstantUsesTests)), new("Folders/Samples", nameof(SampleLimits))), seen);
    }
}
