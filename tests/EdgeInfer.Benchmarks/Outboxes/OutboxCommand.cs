using System.CommandLine;

namespace EdgeInfer.Benchmarks.Outboxes;

/// <summary>The verb <c>outbox</c>: what it costs to publish a message that is not lost.</summary>
internal static class OutboxCommand
{
    public static Command Create() => new("outbox", "What it costs to publish a message that is not lost")
    {
        FeedCommand.Create(),
        PublishCommand.Create(),
        PairsCommand.Create(),
        DiskCommand.Create(),
        AnsweredCommand.Create(),
        MemoryCommand.Create(),
        BacklogCommand.Create(),
    };
}
