namespace EdgeInfer.Telemetry.Links;

/// <summary>The broker can't be reached, or refuses; the message says why.</summary>
public sealed class LinkFailedException(string reason, Exception? cause = null) : Exception(reason, cause)
{
    /// <summary>The broker answered, and will not: another attempt gives the same.</summary>
    public bool Refused => InnerException is null;
}
