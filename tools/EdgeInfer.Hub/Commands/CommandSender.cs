using System.Security.Cryptography;
using System.Text;
using EdgeInfer.Core.Errors;
using EdgeInfer.Hub.Links;
using EdgeInfer.Telemetry.Brokers;
using EdgeInfer.Telemetry.Commands.Keys;
using EdgeInfer.Telemetry.Commands.Wire;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Links;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Hub.Commands;

/// <summary>Sends one command to one device, and waits for its answer.</summary>
public sealed class CommandSender
{
    private const int NonceBytes = 16;

    private readonly DeviceTopics _device;
    private readonly byte[] _correlation = RandomNumberGenerator.GetBytes(NonceBytes);
    private readonly TaskCompletionSource<CommandReply> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _responseTopic;
    private bool? _online;

    private CommandSender(string responseTopic, DeviceTopics device) => (_responseTopic, _device) = (responseTopic, device);

    /// <exception cref="InvalidInputException">The broker can't be reached, refuses, or went away before the answer.</exception>
    public static async Task<CommandAnswer> SendAsync(
        BrokerAccess broker, DeviceTopics device, CommandOrder order, TimeProvider time, CancellationToken cancellation)
    {
        var options = HostLink.To(broker);
        var sender = new CommandSender(HostLink.AnswerTopic(options), device);
        try
        {
            using var link = await new LinkSeries(options, sender.HearAsync, time).OpenAsync(cancellation).ConfigureAwait(false);
            await link.SubscribeAsync(sender._responseTopic, cancellation).ConfigureAwait(false);
            await link.SubscribeAsync(device.Below("availability"), cancellation).ConfigureAwait(false);
            await link.SendAsync(sender.Message(order, time), cancellation).ConfigureAwait(false);
            var reply = await sender.WaitAsync(link, order.Timeout, time, cancellation).ConfigureAwait(false);
            await link.CloseAsync(cancellation).ConfigureAwait(false);
            return new CommandAnswer(reply, sender._online);
        }
        catch (LinkFailedException error)
        {
            throw new InvalidInputException(broker.Address.ToString(), error.Message, error);
        }
    }

    private OutgoingMessage Message(CommandOrder order, TimeProvider time)
    {
        var request = new CommandRequest
        {
            Schema = MessageSchema.Version,
            Nonce = RandomNumberGenerator.GetHexString(2 * NonceBytes, lowercase: true),
            ExpiresMs = (time.GetUtcNow() + order.Timeout).ToUnixTimeMilliseconds(),
            Args = order.Args,
        };
        if (order.Key is { } key)
            request = CommandMac.Signed(request, key, _device, order.Verb);
        var topic = _device.Below(CommandPayloads.Topic(TopicLevel.Checked(order.Verb, "verb")));
        return new OutgoingMessage(topic, CommandPayloads.Write(request), AtLeastOnce: true, Retain: false, _correlation)
        {
            ResponseTopic = _responseTopic,
            ExpiresAfter = order.Timeout,
        };
    }

    private async Task<CommandReply?> WaitAsync(BrokerLink link, TimeSpan timeout, TimeProvider time, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(link.Lost, cancellation);
        try
        {
            return await _reply.Task.WaitAsync(timeout, time, either.Token).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new LinkFailedException("the connection was lost before the answer came; the command may have run");
        }
    }

    private Task HearAsync(IncomingMessage message)
    {
        if (message.Topic == _device.Below("availability"))
            _online = Encoding.UTF8.GetString(message.Payload.Span) == "online";
        else if (message.CorrelationData.AsSpan().SequenceEqual(_correlation))
            Take(message.Payload.Span);
        return Task.CompletedTask;
    }

    private void Take(ReadOnlySpan<byte> payload)
    {
        if (CommandPayloads.TryRead(payload, out CommandReply? reply, out var fault))
            _reply.TrySetResult(reply);
        else
            _reply.TrySetException(new InvalidInputException(_device.Root, $"its answer can't be read: {fault}"));
    }
}
