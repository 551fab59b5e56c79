using System.Security.Cryptography;
using System.Threading.Channels;
using EdgeInfer.Core.Errors;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Links;
using EdgeInfer.Telemetry.Messages;
using EdgeInfer.Telemetry.Messages.Clock;

namespace EdgeInfer.Hub.Ingestion;

/// <summary>
/// Hears devices through a broker, over TCP as anybody would: parses within limits, counts sequence numbers, and
/// hands every message on once, in order of arrival. A reader of <see cref="Messages"/> that falls behind slows the
/// acknowledgements, and so the broker; nothing is dropped here.
/// </summary>
public sealed class DeviceListener : IAsyncDisposable
{
    /// <summary>How long the broker holds messages for a listener that lost its connection.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    private static readonly TimeSpan FarewellWithin = TimeSpan.FromSeconds(10);

    private readonly Channel<Received> _messages;
    private readonly CancellationTokenSource _end = new();
    private readonly ListenerOptions _options;
    private readonly string _filter;
    private readonly LinkSeries _links;
    private readonly TimeProvider _time;
    private Task _running = Task.CompletedTask;
    private bool _disposed;

    private DeviceListener(ListenerOptions options, TimeProvider time)
    {
        (_options, _filter, _time) = (options, options.Filter(), time);
        _messages = Channel.CreateBounded<Received>(options.Capacity);
        var link = new LinkOptions
        {
            Host = options.Host,
            Port = options.Port,
            Credentials = options.Credentials,
            Tls = options.Tls,
            ClientId = $"edgeinfer-hub-{RandomNumberGenerator.GetHexString(12, lowercase: true)}",
            KeptFor = KeptFor,
            Notice = options.Notice,
        };
        _links = new LinkSeries(link, ReceiveAsync, time);
    }

    /// <summary>Ends after <see cref="DisposeAsync"/>, when what had arrived is read.</summary>
    public ChannelReader<Received> Messages => _messages.Reader;

    public SequenceLedger Ledger { get; } = new();

    /// <summary>True times of what devices said before their clocks were set.</summary>
    public ClockLedger Clocks { get; } = new();

    public RejectionCounts Rejections { get; } = new();

    /// <summary>Messages that we failed on ourselves; 0 where this code has no fault.</summary>
    public long Failures => _links.ReceiveFailures;

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
            listener._running = listener.RunAsync(await listener.OpenAsync(cancellation).ConfigureAwait(false));
            return listener;
        }
        catch (LinkFailedException error)
        {
            throw new InvalidInputException(
                options.Address, error.Refused ? error.Message : $"no MQTT broker reached: {error.Message}", error);
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

    private async Task<BrokerLink> OpenAsync(CancellationToken cancellation)
    {
        var link = await _links.OpenAsync(cancellation).ConfigureAwait(false);
        try
        {
            await link.SubscribeAsync(_filter, cancellation).ConfigureAwait(false);
            return link;
        }
        catch
        {
            link.Dispose();
            throw;
        }
    }

    private async Task RunAsync(BrokerLink link)
    {
        try
        {
            var hears = true;
            while (true)
            {
                if (hears)
                    await LossAsync(link).ConfigureAwait(false);
                link = await _links.ReplaceAsync(link, _end.Token).ConfigureAwait(false);
                hears = await SubscribeAgainAsync(link).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            using var farewell = new CancellationTokenSource(FarewellWithin, _time);
            await link.CloseAsync(farewell.Token).ConfigureAwait(false);
        }
        finally
        {
            link.Dispose();
        }
    }

    private async Task LossAsync(BrokerLink link)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(link.Lost, _end.Token);
        await Task.Delay(Timeout.InfiniteTimeSpan, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Token.ThrowIfCancellationRequested();
    }

    private async Task<bool> SubscribeAgainAsync(BrokerLink link)
    {
        try
        {
            await link.SubscribeAsync(_filter, _end.Token).ConfigureAwait(false);
            _options.Notice($"connected to {_options.Address} again");
            return true;
        }
        catch (LinkFailedException error)
        {
            _options.Notice($"{_options.Address}: {error.Message}");
            return false;
        }
    }

    private async Task ReceiveAsync(IncomingMessage message)
    {
        if (!DeviceMessages.All.TryRead(message.Topic, message.Payload.Span, out var received, out var rejected))
        {
            Rejections.Add(rejected);
            return;
        }

        if (received.Numbered is { } numbered
            && !Ledger.Record(new BootKey(received.Site, received.Device, numbered.Boot), numbered.Seq))
            return;
        if (received is Received<ClockMessage> { Message: var clock })
            Clocks.Record(new BootKey(received.Site, received.Device, clock.Boot), clock.OffsetMs);
        try
        {
            await _messages.Writer.WriteAsync(received, _end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            _options.Notice($"a message of {received.Device} came after the end");
        }
    }
}
