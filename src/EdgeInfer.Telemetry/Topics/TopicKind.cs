namespace EdgeInfer.Telemetry.Topics;

/// <summary>What a topic below a device carries.</summary>
public enum TopicKind
{
    Availability,
    Info,
    ModelState,
    Telemetry,
    Inference,
    Comparison,
}
