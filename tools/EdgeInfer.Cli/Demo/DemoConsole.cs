using EdgeInfer.Hub.Brokers;
using EdgeInfer.Hub.Ingestion;
using EdgeInfer.Recordings;
using EdgeInfer.Recordings.Opening;

namespace EdgeInfer.Cli.Demo;

/// <summary>What the demo says of itself before it starts.</summary>
internal static class DemoConsole
{
    public static void Introduce(DemoData data, DemoOptions options)
    {
        var set = data.Set;
        var simulated = set.Dataset.Simulated ? ", simulated: it checks the tools and supports no claim" : "";
        var leaky = set.Split.Leaky ? "; optimistic: leaky split" : "";
        Console.WriteLine($"data: {set.Dataset.Name} ({Place(data)}{simulated}), licence {set.Dataset.Licence}");
        if (set.Dataset.Attribution is { } attribution)
            Console.WriteLine(attribution);
        if (set.LeftOut is { } leftOut)
            Console.WriteLine(leftOut.Describe());
        var sides = set.LeavesEachGroupOut
            ? $"each of {Groups(set, SplitSide.Train)} {set.Dataset.GroupNoun}s is left out in turn"
            : $"{Groups(set, SplitSide.Train)} {set.Dataset.GroupNoun}s to train on, {Groups(set, SplitSide.Test)} held out";
        Console.WriteLine($"split '{set.Split.Name}': {sides}{leaky}; seed {options.Seed}");
    }

    /// <summary>Says which messages did not count, and why; nothing in a sound run.</summary>
    public static void ReportRefusals(EmbeddedBroker broker, DeviceListener listener)
    {
        if (broker.Dropped + broker.Refused > 0)
            Console.WriteLine($"the broker dropped {broker.Dropped} messages and refused {broker.Refused} for their size");
        if (listener.Rejections.Total > 0)
            Console.WriteLine($"{listener.Rejections.Total} messages were not understood, the last: {listener.Rejections.Last}");
    }

    private static string Place(DemoData data) => ShippedSample.Holds(data.Set.Directory) ? "comes with the program" : data.Set.Directory;

    private static int Groups(RecordingSet set, SplitSide side) =>
        set.Recordings.Where(r => r.Side == side).Select(r => r.Group).Distinct().Count();
}
