namespace EdgeInfer.Telemetry.Kinds;

/// <summary>Bounds that writers keep and readers enforce.</summary>
public static class MessageLimits
{
    /// <summary>Bytes of a payload. The largest message carries a score per class: 1,000 classes take about 12 kB.</summary>
    public const int MaxPayloadBytes = 128 * 1024;

    /// <summary>Nesting of a payload; the messages are flat but for lists of scores and models.</summary>
    internal const int MaxDepth = 4;

    /// <summary>Highest sequence number and time: the largest integer that every JSON reader holds exactly.</summary>
    internal const long MaxInteger = (1L << 53) - 1;
}
