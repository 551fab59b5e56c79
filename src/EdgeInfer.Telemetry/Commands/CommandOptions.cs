using EdgeInfer.Telemetry.Commands.Keys;
using EdgeInfer.Telemetry.Kinds;

namespace EdgeInfer.Telemetry.Commands;

/// <summary>How a device takes commands.</summary>
public sealed record CommandOptions
{
    /// <summary>First levels that are never answered to, whatever the options are.</summary>
    public static IReadOnlyList<string> Reserved { get; } = ["edgeinfer", "homeassistant"];

    /// <summary>The device's clocks. A wall clock that is not set can't judge whether a command has expired.</summary>
    public required Func<StampedTime> Now { get; init; }

    /// <summary>Where the nonces are kept; null to remember them for as long as the process lives.</summary>
    public string? Folder { get; init; }

    /// <summary>Every command must be signed with it; null where the broker alone decides who may command.</summary>
    public CommandKey? Key { get; init; }

    /// <summary>First levels of topics that other programs take for a state, and that no answer may go to.</summary>
    public IReadOnlyList<string> NoAnswersBelow { get; init; } = Reserved;

    /// <summary>One line for what was refused or failed; must not throw.</summary>
    public Action<string> Notice { get; init; } = static _ => { };
}
