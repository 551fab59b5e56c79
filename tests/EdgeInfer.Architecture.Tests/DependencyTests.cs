using System.Xml.Linq;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Architecture.Tests;

public sealed class DependencyTests
{
    /// <summary>Host libraries that would end small devices: matched as a prefix, ONNX Runtime excepted.</summary>
    private static readonly string[] HostOnly =
        ["Microsoft.ML", "TorchSharp", "Microsoft.AspNetCore", "Google.Protobuf", "Spectre.Console", "MQTTnet.Server"];

    public static TheoryData<string> Projects => [.. House.MayKnow.Keys];

    public static TheoryData<string> Shipped => [.. House.ShippedToDevice];

    [Theory]
    [MemberData(nameof(Projects))]
    public void AProjectKnowsOnlyTheRoomsBelowIt(string project)
    {
        var strangers = House.ReferencesOf(project)
            .Where(name => House.MayKnow.ContainsKey(name))
            .Except(House.MayKnow[project]);

        Assert.Empty(strangers);
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void WhatShipsToTheDeviceSeesNoHostLibrary(string project)
    {
        var hostOnly = House.ReferencesOf(project)
            .Where(name => !name.StartsWith("Microsoft.ML.OnnxRuntime", StringComparison.Ordinal))
            .Where(name => HostOnly.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));

        Assert.Empty(hostOnly);
    }

    [Fact]
    public void CoreAndTreesStandOnTheBaseClassLibraryAlone()
    {
        foreach (var project in (string[])["Core", "Trees"])
        {
            var file = XDocument.Load(Path.Combine(Repository.Root, "src", $"EdgeInfer.{project}", $"EdgeInfer.{project}.csproj"));
            Assert.Empty(file.Descendants("PackageReference"));
        }
    }

    [Fact]
    public void EveryProjectOfTheHouseIsInTheTableAndInTheSolution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "EdgeInfer.sln")).Replace('\\', '/');
        var projects = ((string[])["src", "tools"])
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .ToArray();

        Assert.Equal(House.MayKnow.Count, projects.Length);
        Assert.All(
            projects, project => Assert.Contains(Path.GetRelativePath(Repository.Root, project), solution, StringComparison.Ordinal));
    }
}
