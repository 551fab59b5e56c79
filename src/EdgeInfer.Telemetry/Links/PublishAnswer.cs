namespace EdgeInfer.Telemetry.Links;

/// <param name="Reason">Of a refusal, in words; empty otherwise.</param>
internal readonly record struct PublishAnswer(PublishOutcome Outcome, string Reason = "");
