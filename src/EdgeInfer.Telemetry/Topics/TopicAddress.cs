namespace EdgeInfer.Telemetry.Topics;

/// <summary>A received topic taken apart: the reverse of <see cref="DeviceTopics"/>.</summary>
/// <param name="Name">Stream or run; empty for the other kinds.</param>
public readonly record struct TopicAddress(string Site, string Device, TopicKind Kind, string Name)
{
    public static bool TryParse(string topic, out TopicAddress address)
    {
        address = default;
        var levels = topic.Split('/');
        if (levels.Length is < 4 or > 5 || levels[0] != DeviceTopics.Prefix || !Array.TrueForAll(levels, TopicLevel.IsValid))
            return false;

        var name = levels.Length == 5 ? levels[4] : "";
        TopicKind? kind = (levels[3], levels.Length) switch
        {
            ("availability", 4) => TopicKind.Availability,
            ("info", 4) => TopicKind.Info,
            ("telemetry", 4) => TopicKind.Telemetry,
            ("model", 5) when name == "state" => TopicKind.ModelState,
            ("inference", 5) => TopicKind.Inference,
            ("comparison", 5) => TopicKind.Comparison,
            _ => null,
        };
        if (kind is null)
            return false;
        address = new TopicAddress(levels[1], levels[2], kind.Value, kind is TopicKind.ModelState ? "" : name);
        return true;
    }
}
