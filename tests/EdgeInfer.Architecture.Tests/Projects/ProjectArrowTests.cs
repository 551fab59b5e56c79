namespace EdgeInfer.Architecture.Tests.Projects;

/// <summary>The arrows that project files draw, which are more than those that compiled code shows.</summary>
public sealed class ProjectArrowTests
{
    public static TheoryData<string> Projects => [.. SolutionProject.ReadAll().Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void AProjectFileRefersOnlyToRoomsBelow(string name)
    {
        var project = SolutionProject.Named(name);

        Assert.Empty(AssembliesOf(project.References).Except(House.MayKnow[project.Assembly]));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void AProjectFileRefersToNothingThatTheCodeDoesNotUse(string name)
    {
        var project = SolutionProject.Named(name);

        Assert.Empty(AssembliesOf(project.References).Except(House.ReferencesOf(project.Assembly)));
    }

    [Fact]
    public void WhatShipsToTheDeviceRefersToNoTool()
    {
        var tools = SolutionProject.ReadAll().Where(project => !project.IsShipped).Select(project => project.Name);
        var named = SolutionProject.ReadAll().Where(project => project.IsShipped).SelectMany(project => project.References);

        Assert.Empty(named.Intersect(tools));
    }

    [Fact]
    public void AnExecutableIsStartedAndNeverReferredTo()
    {
        var executables = SolutionProject.ReadAll().Where(project => project.IsExecutable).Select(project => project.Name).ToArray();

        Assert.Contains("EdgeInfer.Runtime", executables);
        Assert.Empty(SolutionProject.ReadAll().SelectMany(project => project.References).Intersect(executables));
    }

    private static IEnumerable<string> AssembliesOf(IEnumerable<string> projects) =>
        projects.Select(project => SolutionProject.Named(project).Assembly);
}
