namespace EdgeInfer.Telemetry.HomeAssistant;

/// <summary>How much a device asks Home Assistant to show.</summary>
public static class DiscoveryLimits
{
    /// <summary>Streams with entities of their own; a replay of a data set has hundreds, and nobody looks at as many.</summary>
    public const int MaxStreams = 8;

    /// <summary>Labels that an entity lists; one of more shows them as text.</summary>
    public const int MaxOptions = 100;

    /// <summary>Entities of an earlier start that are removed at once.</summary>
    internal const int MaxRemoved = 500;
}
