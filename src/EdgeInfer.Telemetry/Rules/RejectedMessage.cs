namespace EdgeInfer.Telemetry.Rules;

/// <param name="Reason">What to count it under.</param>
/// <param name="Detail">Topic and what is wrong, in words.</param>
public sealed record RejectedMessage(Rejection Reason, string Detail);
