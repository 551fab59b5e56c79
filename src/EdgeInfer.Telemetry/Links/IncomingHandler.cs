namespace EdgeInfer.Telemetry.Links;

/// <summary>
/// Hands on what arrives. An error of the handler is counted and told, and the message acknowledged all the same: MQTTnet
/// would leave it without an acknowledgement, say nothing, and the broker would send it again for ever.
/// </summary>
internal sealed class IncomingHandler(Func<IncomingMessage, Task> handle, Action<string> notice)
{
    private long _failures;

    public long Failures => Volatile.Read(ref _failures);

    public async Task HandleAsync(IncomingMessage message)
    {
        try
        {
            await handle(message).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a handler throws must not stop the messages behind it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Interlocked.Increment(ref _failures);
            notice($"a message for {message.Topic} could not be handled: {error.GetBaseException().Message}");
        }
    }
}
