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
