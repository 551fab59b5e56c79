namespace EdgeInfer.Telemetry.Topics;

/// <summary>A received topic taken apart.</summary>
/// <param name="Levels">What follows site and device; one level or more.</param>
internal readonly record struct TopicAddress(string Site, string Device, IReadOnlyList<string> Levels)
{
    public static bool TryParse(string topic, out TopicAddress address)
    {
        var levels = topic.Split('/');
        var known = levels.Length > 3 && levels[0] == DeviceTopics.Prefix && Array.TrueForAll(levels, TopicLevel.IsValid);
        address = known ? new TopicAddress(levels[1], levels[2], levels[3..]) : default;
        return known;
    }
}
