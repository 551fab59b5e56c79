using System.CommandLine;

namespace EdgeInfer.Cli.Running;

/// <summary><c>explain</c> and <c>deletion-test</c>, which the runtime's process parses itself, help included; here they only stand in the list of verbs.</summary>
internal static class RuntimeVerbs
{
    private const string Explain = "explain";
    private const string DeletionTest = "deletion-test";

    public static IEnumerable<Command> Create() =>
    [
        new(Explain, "Say which features or segments made a bundle answer a window as it does: explain BUNDLE WINDOW"),
        new(DeletionTest, "Score explanations by what deleting the segments they name does to the answer: deletion-test BUNDLE..."),
    ];

    /// <summary>The runtime's arguments, or null where <paramref name="args"/> name no verb of its own.</summary>
    public static IEnumerable<string>? Forwarded(string[] args) => args is [Explain or DeletionTest, ..] ? args : null;
}
