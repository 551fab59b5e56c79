using System.CommandLine;
using EdgeInfer.Core.Errors;
using EdgeInfer.Telemetry.HomeAssistant;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Runtime.Commands;

/// <summary><c>--home-assistant [PREFIX]</c>: without a value the prefix that Home Assistant listens to by default.</summary>
internal sealed class HomeAssistantOption
{
    private const string Name = "--home-assistant";

    public Option<string?> Option { get; } = new(Name)
    {
        Description = $"Show the device in Home Assistant; PREFIX of its discovery topics, {DiscoveryTopics.DefaultPrefix} by default.",
        HelpName = "PREFIX",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <returns>Null where the option is not there.</returns>
    /// <exception cref="InvalidInputException">The prefix is no topic.</exception>
    public string? Prefix(ParseResult parsed)
    {
        if (parsed.GetResult(Option) is null)
            return null;
        var prefix = parsed.GetValue(Option) ?? DiscoveryTopics.DefaultPrefix;
        foreach (var level in prefix.Split('/'))
            _ = TopicLevel.Checked(level, Name);
        return prefix;
    }
}
