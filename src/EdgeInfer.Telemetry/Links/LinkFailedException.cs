namespace EdgeInfer.Telemetry.Links;

/// <summary>The broker can't be reached, or refuses; the message says why.</summary>
public sealed class LinkFailedException(string reason, Exception? cause = null) : Exception(reason, cause)
{
    /// <summary>
    /// Another attempt gives the same, until somebody mends the broker, its certificate or our files: NotAuthorized, an unknown
    /// authority, a filter that is not allowed. False where waiting may help: no answer, a busy broker, a clock that is not set yet.
    /// </summary>
    public bool Refused { get; init; }
}
