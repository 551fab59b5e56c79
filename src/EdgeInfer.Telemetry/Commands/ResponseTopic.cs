namespace EdgeInfer.Telemetry.Commands;

/// <summary>
/// Where a device may answer to. The sender of a command chooses it, so it must not be a topic that others take for the state of a
/// device: a forged request would let the device overwrite what it or another one says.
/// </summary>
internal static class ResponseTopic
{
    public static bool IsAllowed(string? topic, IReadOnlyList<string> noAnswersBelow) =>
        topic is { Length: > 0 }
        && topic[0] != '$'
        && topic.AsSpan().IndexOfAny('+', '#') < 0
        && !noAnswersBelow.Contains(topic.Split('/')[0]);
}
