using EdgeInfer.Telemetry.Messages.Health;
using EdgeInfer.Telemetry.Messages.Inference;
using EdgeInfer.Telemetry.Messages.Summary;

namespace EdgeInfer.Telemetry.HomeAssistant;

/// <summary>
/// The entities of a device: each names a topic, a field, its unit and its class. Units and classes are those that Home Assistant
/// accepts together; a test holds them against its table.
/// </summary>
internal sealed class DiscoveryEntities(DiscoveredDevice device)
{
    private const string Sensor = "sensor";
    private const string Problem = "binary_sensor";
    private const string Measurement = "measurement";
    private const string Total = "total_increasing";
    private const string Duration = "duration";
    private const string Diagnostic = "diagnostic";

    /// <summary>Six messages of health in a row that did not come.</summary>
    private const int HealthExpiresAfterS = 30;

    /// <summary>Answers of a slow stream come late without being old: as long as ten windows take, and a minute at least.</summary>
    private const int LeastAnswerExpiryS = 60;

    private const int WindowsUntilExpiry = 10;

    private const int BytesPerMebibyte = 1024 * 1024;
    private const int UsPerMs = 1_000;

    private readonly SortedDictionary<string, DiscoveryComponent> _all = new(StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, DiscoveryComponent> Of(DiscoveredDevice device)
    {
        var entities = new DiscoveryEntities(device);
        entities.AddHealth();
        foreach (var model in device.Models)
        {
            entities.AddAnswers(model);
            entities.AddSummary(model);
        }

        return entities._all;
    }

    private void AddHealth()
    {
        var topic = device.Topics.Below($"{HealthMessage.Kind.Topic}");
        var health = new DiscoveryComponent(Sensor) { StateTopic = topic, ExpireAfter = HealthExpiresAfterS };
        var diagnosis = health with { EntityCategory = Diagnostic };
        Add("windows", health with { Name = "Windows", StateClass = Total, ValueTemplate = ValueTemplates.Of("windows") });
        Add("dropped", diagnosis with
        {
            Name = "Dropped messages", StateClass = Total, ValueTemplate = ValueTemplates.Of("outbox_dropped"),
        });
        Add("outbox", diagnosis with
        {
            Name = "Waiting messages", StateClass = Measurement, ValueTemplate = ValueTemplates.Of("outbox_depth"),
        });
        Add("refused-commands", diagnosis with
        {
            Name = "Refused commands", StateClass = Total, ValueTemplate = ValueTemplates.Of("commands_refused"),
        });
        Add("memory", diagnosis with
        {
            Name = "Resident memory",
            DeviceClass = "data_size",
            StateClass = Measurement,
            UnitOfMeasurement = "MiB",
            ValueTemplate = ValueTemplates.Scaled("resident_bytes", BytesPerMebibyte, 1),
        });
        Add("uptime", diagnosis with
        {
            Name = "Uptime",
            DeviceClass = Duration,
            StateClass = Measurement,
            UnitOfMeasurement = "s",
            SuggestedDisplayPrecision = 0,
            ValueTemplate = ValueTemplates.Of("uptime_s"),
        });
        Add("name-conflicts", diagnosis with
        {
            Name = "Devices of this name", StateClass = Total, ValueTemplate = ValueTemplates.Of("id_conflicts"),
        });
        Add("clock", diagnosis with
        {
            Platform = Problem,
            Name = "Clock",
            DeviceClass = "problem",
            ValueTemplate = ValueTemplates.Of("ts_synced", "('OFF' if value_json.ts_synced else 'ON')"),
        });
    }

    private void AddAnswers(DiscoveredModel model)
    {
        if (device.WindowsPerSecond is not { } rate)
            return;
        var expiry = (int)Math.Max(LeastAnswerExpiryS, Math.Min(Math.Ceiling(WindowsUntilExpiry / rate), int.MaxValue));
        if (device.Streams.Count is 0 or > DiscoveryLimits.MaxStreams)
            AddAnswers(model, "+", model.Name, expiry);
        else
        {
            foreach (var stream in device.Streams)
                AddAnswers(model, stream, $"{stream} {model.Name}", expiry, stream);
        }
    }

    /// <param name="level">In the topic: '+' for every stream.</param>
    private void AddAnswers(DiscoveredModel model, string level, string shown, int expiry, params IReadOnlyList<string> stream)
    {
        var answer = new DiscoveryComponent(Sensor)
        {
            StateTopic = Filled(InferenceMessage.Kind.Topic, level, model.Name), ExpireAfter = expiry,
        };
        var listed = model.Labels.Count is > 0 and <= DiscoveryLimits.MaxOptions;
        Add(EntityKeys.Of("label", [.. stream, model.Name]), answer with
        {
            Name = $"{shown} label",
            DeviceClass = listed ? "enum" : null,
            Options = listed ? model.Labels : null,
            ValueTemplate = ValueTemplates.Of("label"),
            JsonAttributesTopic = answer.StateTopic,
            JsonAttributesTemplate = ValueTemplates.Attributes("stream", "window", "decision", "truth", "marks"),
        });
        Add(EntityKeys.Of("score", [.. stream, model.Name]), answer with
        {
            Name = $"{shown} score",
            StateClass = Measurement,
            SuggestedDisplayPrecision = 3,
            ValueTemplate = ValueTemplates.Of("score"),
        });
        Add(EntityKeys.Of("latency", [.. stream, model.Name]), answer with
        {
            Name = $"{shown} latency",
            DeviceClass = Duration,
            StateClass = Measurement,
            UnitOfMeasurement = "ms",
            SuggestedDisplayPrecision = 3,
            ValueTemplate = ValueTemplates.Scaled("latency_us", UsPerMs, 4),
        });
    }

    /// <summary>Retained, and so without an expiry.</summary>
    private void AddSummary(DiscoveredModel model)
    {
        var topic = Filled(SummaryMessage.Kind.Topic, device.Run, model.Name);
        var summary = new DiscoveryComponent(Sensor)
        {
            StateTopic = topic,
            JsonAttributesTopic = topic,
            JsonAttributesTemplate = ValueTemplates.Attributes("run", "windows", "labelled", "correct", "marks"),
        };
        Add(EntityKeys.Of("accuracy", model.Name), summary with
        {
            Name = $"{model.Name} accuracy",
            StateClass = Measurement,
            UnitOfMeasurement = "%",
            SuggestedDisplayPrecision = 1,
            ValueTemplate =
                "{{ (100 * value_json.correct / value_json.labelled) | round(2) if (value_json.labelled | default(0)) > 0 else None }}",
        });
        Add(EntityKeys.Of("latency-p50", model.Name), summary with
        {
            Name = $"{model.Name} median latency",
            DeviceClass = Duration,
            StateClass = Measurement,
            UnitOfMeasurement = "ms",
            SuggestedDisplayPrecision = 3,
            ValueTemplate = ValueTemplates.Scaled("latency_p50_us", UsPerMs, 4),
        });
    }

    private void Add(string key, DiscoveryComponent component)
    {
        var uniqueId = $"{DiscoveryTopics.IdOf(device.Topics)}_{key}";
        _all.Add(key, component with
        {
            UniqueId = uniqueId, DefaultEntityId = EntityKeys.EntityId(component.Platform, uniqueId),
        });
    }

    /// <summary>The topic of a kind below this device; a wildcard may stand for a name.</summary>
    private string Filled(Topics.TopicPattern pattern, params IReadOnlyList<string> levels)
    {
        var topic = $"{pattern}";
        foreach (var (parameter, level) in pattern.Parameters.Zip(levels))
            topic = topic.Replace($"{{{parameter}}}", level, StringComparison.Ordinal);
        return device.Topics.Below(topic);
    }
}
