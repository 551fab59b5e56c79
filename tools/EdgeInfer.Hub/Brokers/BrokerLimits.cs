namespace EdgeInfer.Hub.Brokers;

/// <summary>What the embedded broker takes on before it says no.</summary>
public static class BrokerLimits
{
    /// <summary>Connections at once; one process with an embedded broker was measured with 1,000 devices.</summary>
    public const int MaxConnections = 1_200;

    /// <summary>
    /// Messages held for one slow reader. MQTTnet's own 250 drops the oldest without a word when a replay outruns its
    /// reader; 100,000 small messages are about 100 MB at worst, and what is dropped beyond is counted.
    /// </summary>
    public const int MaxPendingMessagesPerClient = 100_000;
}
