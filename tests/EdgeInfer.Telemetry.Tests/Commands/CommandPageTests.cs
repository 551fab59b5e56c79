using System.Text.Json;
using EdgeInfer.Telemetry.Commands.Wire;
using EdgeInfer.Telemetry.Verbs;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Telemetry.Tests.Commands;

/// <summary>docs/commands.md names every verb and every reason, and no other.</summary>
public sealed class CommandPageTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "commands.md"));

    [Fact]
    public void EveryReasonIsExplained() => Assert.Equal(
        Enum.GetNames<CommandRefusal>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName), Column("| `reason` |"));

    [Fact]
    public void EveryVerbIsExplained() => Assert.Equal(DeviceVerbs.All.Select(verb => verb.Name), Column("| verb |"));

    private static IEnumerable<string> Column(string head) => Lines
        .SkipWhile(line => !line.StartsWith(head, StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Split('|')[1].Trim(' ', '`'));
}
