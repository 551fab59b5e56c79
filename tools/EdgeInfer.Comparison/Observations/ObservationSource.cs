namespace EdgeInfer.Comparison.Observations;

/// <summary>Where answers come from.</summary>
/// <param name="Name">As reports have it.</param>
/// <param name="Transport">What carried them; null inside one process.</param>
/// <param name="Way">Behind a noun: 'windows, replayed over MQTT'.</param>
/// <param name="Load">
/// Whether windows are due on a schedule, whoever is late (open loop), or each once the one before is answered, so that none
/// ever waits (closed loop).
/// </param>
public sealed record ObservationSource(string Name, string? Transport, string Way, string Load)
{
    /// <summary>Recordings played by a device's runtime.</summary>
    public static ObservationSource Replay { get; } = new("replay", "mqtt", "replayed over MQTT", "open loop");

    /// <summary>Recordings played through the device's pipeline in this process.</summary>
    public static ObservationSource HostPipeline { get; } =
        new("host pipeline", null, "answered through the device's pipeline", "closed loop");
}
