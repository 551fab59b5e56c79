using EdgeInfer.Telemetry.Rules;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Telemetry.Kinds;

/// <summary>One kind of message: topic, quality of service, retention, payload and rules.</summary>
public sealed class MessageKind<T> : MessageKind
    where T : class
{
    private readonly Func<T, IReadOnlyList<string>> _names;

    /// <param name="topic">Below the device, with a name in braces for each level that messages fill in.</param>
    /// <param name="names">Those levels of a message.</param>
    internal MessageKind(
        string name,
        string topic,
        Func<T, IReadOnlyList<string>> names,
        bool atLeastOnce,
        bool retain,
        IPayloadFormat<T> payload,
        MessageRules<T> rules)
        : base(name, new TopicPattern(topic), atLeastOnce, retain) => (_names, Payload, Rules) = (names, payload, rules);

    internal IPayloadFormat<T> Payload { get; }

    internal MessageRules<T> Rules { get; }

    /// <summary>The topic that <paramref name="message"/> goes to.</summary>
    /// <exception cref="Core.Errors.InvalidInputException">A name in it is not a <see cref="TopicLevel"/>.</exception>
    public string TopicOf(DeviceTopics device, T message) => device.Below(Topic.Fill(_names(message)));

    /// <exception cref="ArgumentException">A number is NaN or infinite, or the payload exceeds the limit.</exception>
    public byte[] Encode(T message)
    {
        var payload = Payload.Write(message);
        return payload.Length <= MessageLimits.MaxPayloadBytes
            ? payload
            : throw new ArgumentException(
                $"the {Name} message has {payload.Length} bytes, more than {MessageLimits.MaxPayloadBytes}", nameof(message));
    }

    internal override PayloadDescription Describe() => new(
        typeof(T),
        Payload.ContentType,
        Payload.Json,
        Payload.Texts,
        [
            .. HeadRules.All.Select(rule => (rule.Field, rule.Bounds)),
            .. Rules.All.Select(rule => (rule.Field, rule.Bounds)),
        ]);

    internal override Received Read(string site, string device, IReadOnlyList<string> names, ReadOnlySpan<byte> payload)
    {
        var message = Payload.Read(payload);
        if (message is DeviceMessage stamped)
        {
            foreach (var rule in HeadRules.All)
                rule.Check(stamped);
        }

        foreach (var rule in Rules.All)
            rule.Check(message);
        foreach (var ((parameter, level), own) in Topic.Parameters.Zip(names).Zip(_names(message)))
        {
            if (own != level)
                throw new RejectedMessageException(Rejection.Value, $"{parameter} is not the topic's {level}");
        }

        return new Received<T>(site, device, message);
    }
}
