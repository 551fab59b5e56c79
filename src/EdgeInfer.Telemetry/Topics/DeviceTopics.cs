using EdgeInfer.Core.Errors;

namespace EdgeInfer.Telemetry.Topics;

/// <summary>The topics of one device, <c>edgeinfer/&lt;site&gt;/&lt;device&gt;/...</c>.</summary>
public sealed record DeviceTopics
{
    internal const string Prefix = "edgeinfer";

    /// <exception cref="InvalidInputException">A name is not a <see cref="TopicLevel"/>.</exception>
    public DeviceTopics(string site, string device)
    {
        Site = TopicLevel.Checked(site, "site");
        Device = TopicLevel.Checked(device, "device");
        Root = $"{Prefix}/{Site}/{Device}";
        Availability = $"{Root}/availability";
        Info = $"{Root}/info";
        ModelState = $"{Root}/model/state";
        Telemetry = $"{Root}/telemetry";
    }

    public string Site { get; }

    public string Device { get; }

    /// <summary>Stem of all topics, without a slash at its end; the device's MQTT client id too.</summary>
    public string Root { get; }

    public string Availability { get; }

    public string Info { get; }

    public string ModelState { get; }

    public string Telemetry { get; }

    public string Inference(string stream) => $"{Root}/inference/{TopicLevel.Checked(stream, "stream")}";

    public string Comparison(string run) => $"{Root}/comparison/{TopicLevel.Checked(run, "run")}";
}
