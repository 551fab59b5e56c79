using EdgeInfer.Tests.Support;
using EdgeInfer.Trainer.Commands;
using EdgeInfer.Trainer.Families;

namespace EdgeInfer.Trainer.Tests.Families;

/// <summary>A new family is a folder and a line of the list: nothing else knows it by name.</summary>
public sealed class TrainedFamiliesTests
{
    private static readonly string[] Names =
        [.. TrainedFamilies.Validated.Select(family => family.Name), .. TrainedFamilies.Detectors.Select(family => family.Name)];

    [Fact]
    public void TheListHoldsEachFamilyOnce() =>
        Assert.Equal(["fasttree", "forest", "lightgbm", "cnn", "autoencoder", "kmeans", "pca"], Names);

    [Fact]
    public void NoCommandAndNoEvaluationNamesAFamily()
    {
        var trainer = Path.Combine(Repository.Root, "tools", "EdgeInfer.Trainer");
        string[] sources =
        [
            .. Directory.GetFiles(Path.Combine(trainer, "Commands"), "*.cs"),
            .. Directory.GetFiles(Path.Combine(trainer, "Evaluation"), "*.cs"),
        ];

        Assert.NotEmpty(sources);
        foreach (var source in sources)
        {
            var text = File.ReadAllText(source);
            Assert.DoesNotContain(Names, name => text.Contains($"\"{name}\"", StringComparison.Ordinal));
        }
    }

    /// <summary>What several families share stands in folders beside theirs.</summary>
    [Fact]
    public void NoCommandKnowsTheFolderOfAFamily()
    {
        const string Using = "using EdgeInfer.Trainer.Families.";
        var commands = Path.Combine(Repository.Root, "tools", "EdgeInfer.Trainer", "Commands");
        var known = Directory.GetFiles(commands, "*.cs")
            .SelectMany(File.ReadLines)
            .Where(line => line.StartsWith(Using, StringComparison.Ordinal))
            .Select(line => line[Using.Length..].TrimEnd(';'))
            .Distinct();

        Assert.Equal(["Detectors", "Networks", "Trees"], known.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AnArchitectureIsOfOneFamily()
    {
        string[] architectures = [.. TrainedFamilies.Networks.SelectMany(family => family.Architectures)];

        Assert.Equal(["ds-cnn", "resnet8"], architectures);
        Assert.Equal("cnn", TrainedFamilies.NetworksOf(null).Name);
        Assert.All(architectures, name => Assert.Contains(name, TrainedFamilies.NetworksOf(name).Architectures));
        Assert.Equal(
            "ds-cnn or resnet8; the task's own where left out: ds-cnn for windows, resnet8 for images",
            NetCommand.Create().Options.Single(option => option.Name == "--arch").Description);
    }

    [Fact]
    public void CommandsOfferTheFamiliesOfTheList()
    {
        Assert.Equal("Train FastTree, FastForest or LightGBM on the features of windows or images", TreesCommand.Create().Description);
        Assert.Equal(
            ["fasttree, forest or lightgbm", "fasttree, forest, lightgbm or cnn", "autoencoder, kmeans, pca or all"],
            [Of(TreesCommand.Create(), "--family"), Of(ValidateCommand.Create(), "--family"), Of(AnomalyCommand.Create(), "--method")]);

        static string? Of(System.CommandLine.Command command, string option) =>
            command.Options.Single(one => one.Name == option).Description;
    }
}
