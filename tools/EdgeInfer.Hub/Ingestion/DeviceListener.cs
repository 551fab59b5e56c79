using System.Buffers;
using System.Security.Cryptography;
using System.Threading.Channels;
using EdgeInfer.Core.Errors;
using EdgeInfer.Telemetry.Sessions;
using MQTTnet.Exceptions;

namespace EdgeInfer.Hub.Ingestion;

/// <summary>
/// Hears devices through a broker, over TCP as anybody would: parses within limits, counts sequence numbers, and
/// hands every message on once, in order of arrival. A reader of <see cref="Messages"/> that falls behind slows the
/// acknowledgements, and so the broker; nothing is dropped here.
/// </summary>
public sealed class DeviceListener : IAsyncDisposable
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(10);

    private readonly Channel<Received> _messages;
    private readonly CancellationTokenSource _end = new();
    private readonly string _clientId = $"edgeinfer-hub-{RandomNumberGenerator.GetHexString(12, lowercase: true)}";
    private readonly ListenerOptions _options;
    private readonly string _filter;
    private readonly TimeProvider _time;
    private Task _running = Task.CompletedTask;
    private bool _disposed;

    private DeviceListener(ListenerOptions options, TimeProvider time)
    {
        (_options, _time, _filter) = (options, time, options.Filter());
        _messages = Channel.CreateBounded<Received>(options.Capacity);
    }

    /// <summary>Ends after <see cref="DisposeAsync"/>, when what had arrived is read.</summary>
    public ChannelReader<Received> Messages => _messages.Reader;

    public SequenceLedger Ledger { get; } = new();

    public RejectionCounts Rejections { get; } = new();

    /// <summary>Connects and subscribes; from its return on nothing that a device publishes is missed.</summary>
    /// <exception cref="InvalidInputException">
    /// A name is no topic level, or the broker can't be reached or refuses; names host and port.
    /// </exception>
    public static async Task<DeviceListener> StartAsync(
        ListenerOptions options, TimeProvider time, CancellationToken cancellation = default)
    {
        var listener = new DeviceListener(options, time);
        try
        {
            var link = await listener.OpenAsync(cancellation).ConfigureAwait(false);
            listener._running = listener.RunAsync(link);
            return listener;
        }
        catch (MqttCommunicationException error)
        {
            throw new InvalidInputException(options.Address, $"no MQTT broker reached: {error.Message}", error);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        await _end.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        _messages.Writer.TryComplete();
        _end.Dispose();
    }

    private Task<ListenerLink> OpenAsync(CancellationToken cancellation) =>
        ListenerLink.OpenAsync(_options, _filter, _clientId, ReceiveAsync, _time, cancellation);

    private async Task RunAsync(ListenerLink link)
    {
        var backoff = new ReconnectBackoff(FirstRetry, LongestRetry, new Random());
        try
        {
            while (true)
            {
                var reason = await link.Lost.WaitAsync(_end.Token).ConfigureAwait(false);
                link.Dispose();
                link = await ReopenAsync(reason, backoff).ConfigureAwait(false);
                backoff.Reset();
                _options.Notice($"connected to {_options.Address} again");
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            await link.CloseAsync(_filter, _time).ConfigureAwait(false);
        }
        finally
        {
            link.Dispose();
        }
    }

    private async Task<ListenerLink> ReopenAsync(string reason, ReconnectBackoff backoff)
    {
        while (true)
        {
            var delay = backoff.Next();
            _options.Notice(FormattableString.Invariant($"lost {_options.Address}: {reason}; next attempt in {delay.TotalSeconds:F1} s"));
            await Task.Delay(delay, _time, _end.Token).ConfigureAwait(false);
            try
            {
                return await OpenAsync(_end.Token).ConfigureAwait(false);
            }
            catch (MqttCommunicationException error)
            {
                reason = error.Message;
            }
        }
    }

    private async Task ReceiveAsync(string topic, ReadOnlySequence<byte> payload)
    {
        var bytes = payload.IsSingleSegment ? payload.First : payload.ToArray();
        if (!MessageParser.TryParse(topic, bytes.Span, Rejections, out var parsed))
            return;
        if (parsed.Seq is { } seq && !Ledger.Record(new BootKey(parsed.Received.Site, parsed.Received.Device, parsed.Boot), seq))
            return;
        try
        {
            await _messages.Writer.WriteAsync(parsed.Received, _end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            _options.Notice($"a message of {parsed.Received.Device} came after the end");
        }
    }
}
