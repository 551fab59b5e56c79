namespace EdgeInfer.Hub.Ingestion;

/// <summary>Ends the parsing of one message; never leaves <see cref="MessageParser"/>.</summary>
internal sealed class RejectedMessageException(Rejection rejection, string detail) : Exception(detail)
{
    public Rejection Rejection { get; } = rejection;
}
