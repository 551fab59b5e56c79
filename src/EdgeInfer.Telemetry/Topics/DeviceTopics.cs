using EdgeInfer.Core.Errors;

namespace EdgeInfer.Telemetry.Topics;

/// <summary>Where the topics of one device stand: <c>edgeinfer/&lt;site&gt;/&lt;device&gt;/...</c>.</summary>
public sealed record DeviceTopics
{
    internal const string Prefix = "edgeinfer";

    /// <exception cref="InvalidInputException">A name is not a <see cref="TopicLevel"/>.</exception>
    public DeviceTopics(string site, string device)
    {
        Site = TopicLevel.Checked(site, "site");
        Device = TopicLevel.Checked(device, "device");
        Root = $"{Prefix}/{Site}/{Device}";
    }

    public string Site { get; }

    public string Device { get; }

    /// <summary>Stem of all topics, without a slash at its end; the device's MQTT client id too.</summary>
    public string Root { get; }

    /// <param name="topic">What follows the root.</param>
    public string Below(string topic) => $"{Root}/{topic}";
}
