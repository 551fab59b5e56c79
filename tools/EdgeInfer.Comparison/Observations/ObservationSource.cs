namespace EdgeInfer.Comparison.Observations;

/// <summary>Where answers come from.</summary>
/// <param name="Name">As reports have it.</param>
/// <param name="Transport">What carried them; null inside one process.</param>
/// <param name="Way">Behind a noun: 'windows, replayed over MQTT'.</param>
public sealed record ObservationSource(string Name, string? Transport, string Way)
{
    /// <summary>Recordings played by a device's runtime.</summary>
    public static ObservationSource Replay { get; } = new("replay", "mqtt", "replayed over MQTT");

    /// <summary>Recordings played through the device's pipeline in this process.</summary>
    public static ObservationSource HostPipeline { get; } = new("host pipeline", null, "answered through the device's pipeline");
}
