namespace EdgeInfer.Telemetry.Links;

internal enum PublishOutcome
{
    Delivered,

    /// <summary>The broker answered and will not take it.</summary>
    Refused,

    /// <summary>No answer: to be sent again on the next connection.</summary>
    Unanswered,
}
