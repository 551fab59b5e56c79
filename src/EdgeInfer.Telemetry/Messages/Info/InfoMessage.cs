using EdgeInfer.Telemetry.Kinds;

namespace EdgeInfer.Telemetry.Messages.Info;

/// <summary>What the device is.</summary>
public sealed record InfoMessage : NumberedMessage, IMessage<InfoMessage>
{
    public static MessageKind<InfoMessage> Kind { get; } = new(
        "info",
        "info",
        static _ => [],
        atLeastOnce: true,
        retain: true,
        new JsonPayload<InfoMessage>(new InfoJson(MessageJson.Options()).InfoMessage),
        InfoRules.All);

    /// <summary>Version of the runtime.</summary>
    public required string Version { get; init; }

    /// <summary>How the runtime was compiled.</summary>
    public required string Host { get; init; }

    /// <summary>Board, processor, cores and operating system in one line.</summary>
    public required string Machine { get; init; }

    /// <summary>Operating system.</summary>
    public required string Os { get; init; }

    /// <summary>Logical processors.</summary>
    public required int Cores { get; init; }

    /// <summary>Model of the processor, or its architecture where the system does not say.</summary>
    public required string Processor { get; init; }

    /// <summary>Architecture of the processor: x64, arm64.</summary>
    public required string Architecture { get; init; }

    /// <summary>Model of the board; absent where there is none.</summary>
    public string? Board { get; init; }

    /// <summary>Physical memory; absent where the system does not say.</summary>
    public long? MemoryBytes { get; init; }
}
