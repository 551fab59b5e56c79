using EdgeInfer.Tests.Support;

namespace EdgeInfer.Architecture.Tests.PublicApi;

/// <summary>Growing what others can see is a decision: it shows in a list that is checked in.</summary>
public sealed class PublicSurfaceTests
{
    public static TheoryData<string> Libraries =>
        [.. House.ShippedToDevice.Where(name => name.StartsWith("EdgeInfer.", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void IsWhatTheListSays(string library)
    {
        var relative = Path.Combine("src", library, "PublicApi.txt");
        var listed = File.Exists(Path.Combine(Repository.Root, relative)) ? File.ReadAllLines(Path.Combine(Repository.Root, relative)) : [];
        var actual = PublicSurface.Of(House.Load(library));
        if (actual.SequenceEqual(listed))
            return;

        var accept = Path.Combine("artifacts", "public-api", $"{library}.txt");
        Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "public-api"));
        File.WriteAllText(Path.Combine(Repository.Root, accept), string.Join('\n', actual) + "\n");
        var difference = listed.Except(actual).Select(line => $"- {line}").Concat(actual.Except(listed).Select(line => $"+ {line}"));
        Assert.Fail($"{string.Join('\n', difference)}\nWhere that is meant: cp {accept} {relative}");
    }
}
