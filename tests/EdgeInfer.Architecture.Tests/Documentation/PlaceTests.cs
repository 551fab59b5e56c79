using EdgeInfer.Tests.Support;

namespace EdgeInfer.Architecture.Tests.Documentation;

/// <summary>What pages say of places in the repository.</summary>
public sealed class PlaceTests
{
    /// <summary>Decisions and the changelog tell also of what was.</summary>
    public static TheoryData<string> PagesOfToday =>
        ["README.md", "CONTRIBUTING.md", "SECURITY.md", "docs/README.md", "docs/architecture.md"];

    public static TheoryData<string> AllPages => [.. Page.ReadAll().Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(PagesOfToday))]
    public void APlaceThatAPageNamesIsThere(string page) => Assert.All(new Page(page).NamedPlaces(), IsThere);

    [Theory]
    [MemberData(nameof(PagesOfToday))]
    public void APlaceThatAPageCallsFutureIsNotThereYet(string page) => Assert.All(
        new Page(page).FuturePlaces(), place => Assert.False(Exists(place), $"{place} is there by now: write it as code"));

    [Fact]
    public void APlaceInACommandForContributorsIsThere()
    {
        var places = new Page("CONTRIBUTING.md").PlacesInCommands().ToArray();

        Assert.Contains("EdgeInfer.Fast.slnf", places);
        Assert.All(places, IsThere);
    }

    [Theory]
    [MemberData(nameof(AllPages))]
    public void AFileThatAPageLinksToIsThere(string page) => Assert.All(new Page(page).LinkedFiles(), IsThere);

    [Fact]
    public void EveryPageOfTheDocsStandsInTheIndexOrInThatOfItsFolder()
    {
        const string Index = "docs/README.md";
        var pages = Page.ReadAll();
        var listed = pages.Where(page => page.Name.EndsWith("README.md", StringComparison.Ordinal)).SelectMany(page => page.LinkedFiles());
        var docs = pages.Select(page => page.Name).Where(name => name.StartsWith("docs/", StringComparison.Ordinal));

        Assert.Empty(docs.Except([Index, .. listed]));
    }

    private static void IsThere(string place) => Assert.True(Exists(place), $"{place} is not there");

    private static bool Exists(string place) => Path.Exists(Path.Combine(Repository.Root, place));
}
