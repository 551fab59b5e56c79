namespace EdgeInfer.Telemetry.Links;

internal enum PublishOutcome
{
    /// <summary>The broker has it (0x00), also where nobody listens (0x10).</summary>
    Delivered,

    /// <summary>The broker answered and will not take it.</summary>
    Refused,

    /// <summary>No answer: to be sent again on the next connection.</summary>
    Unanswered,
}
