using System.CommandLine;

namespace EdgeInfer.Cli.Running;

/// <summary><c>explain</c>, which the runtime's process parses itself, help included; here it only stands in the list of verbs.</summary>
internal static class RuntimeVerbs
{
    private const string Explain = "explain";

    public static IEnumerable<Command> Create() =>
    [
        new(Explain, "Say which features or segments made a bundle answer a window as it does: explain BUNDLE WINDOW"),
    ];

    /// <summary>The runtime's arguments, or null where <paramref name="args"/> name another verb.</summary>
    public static IEnumerable<string>? Forwarded(string[] args) => args is [Explain, ..] ? args : null;
}
