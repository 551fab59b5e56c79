using EdgeInfer.Telemetry.Rules;

namespace EdgeInfer.Telemetry.Messages.Info;

internal static class InfoRules
{
    public static MessageRules<InfoMessage> All { get; } = new MessageRules<InfoMessage>()
        .Text("version", message => message.Version)
        .OneOf("host", ["jit", "aot"], message => message.Host)
        .Text("machine", message => message.Machine)
        .Text("os", message => message.Os)
        .AtLeast(0, "cores", message => message.Cores)
        .Text("processor", message => message.Processor)
        .Text("architecture", message => message.Architecture)
        .Text("board", message => message.Board)
        .AtLeast(0, "memory_bytes", message => message.MemoryBytes);
}
