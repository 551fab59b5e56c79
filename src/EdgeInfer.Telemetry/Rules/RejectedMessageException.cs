namespace EdgeInfer.Telemetry.Rules;

/// <summary>Ends the reading of one message; the catalogue catches it.</summary>
internal sealed class RejectedMessageException(Rejection rejection, string detail) : Exception(detail)
{
    public Rejection Rejection { get; } = rejection;
}
