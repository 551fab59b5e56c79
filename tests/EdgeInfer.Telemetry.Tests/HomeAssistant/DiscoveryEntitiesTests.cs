using System.Text.RegularExpressions;
using EdgeInfer.Telemetry.HomeAssistant;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Messages;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Telemetry.Tests.HomeAssistant;

public sealed partial class DiscoveryEntitiesTests
{
    private static readonly IReadOnlyDictionary<string, DiscoveryComponent> Entities = DiscoveryEntities.Of(DiscoveredSamples.Device);

    public static TheoryData<string> Keys => [.. Entities.Keys];

    [Theory]
    [MemberData(nameof(Keys))]
    public void UnitAndStateClassGoWithTheDeviceClass(string key)
    {
        var entity = Entities[key];
        if (entity.Platform != "sensor")
        {
            Assert.Equal(
                ("binary_sensor", "problem", null, null),
                (entity.Platform, entity.DeviceClass, entity.UnitOfMeasurement, entity.StateClass));
            return;
        }

        Assert.True(
            SensorClasses.Allow(entity.DeviceClass, entity.UnitOfMeasurement, entity.StateClass),
            $"{key}: {entity.DeviceClass} in {entity.UnitOfMeasurement} as {entity.StateClass}");
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void OptionsStandAlone(string key)
    {
        var entity = Entities[key];
        if (entity.Options is null)
        {
            Assert.NotEqual("enum", entity.DeviceClass);
            return;
        }

        Assert.NotEmpty(entity.Options);
        Assert.Equal(("enum", null, null), (entity.DeviceClass, entity.StateClass, entity.UnitOfMeasurement));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void TheTopicIsOneThatTheDevicePublishesAndAnExpiryIsOnNoRetainedOne(string key)
    {
        var kind = KindOf(Entities[key]);
        Assert.Equal(kind.Retain, Entities[key].ExpireAfter is null);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void EveryFieldThatATemplateReadsIsInTheMessage(string key)
    {
        var fields = KindOf(Entities[key]).Describe().Json!.Properties.Select(property => property.Name).ToArray();
        var read = FieldsRead().Matches(Entities[key].ValueTemplate!).Select(match => match.Groups["field"].Value).ToArray();
        Assert.NotEmpty(read);
        Assert.Empty(read.Except(fields));
        if (Entities[key].JsonAttributesTemplate is { } attributes)
            Assert.Empty(Quoted().Matches(attributes).Select(match => match.Groups["field"].Value).Except(["in", .. fields]));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void IdsAreThoseThatHomeAssistantTakes(string key)
    {
        Assert.Matches("^[A-Za-z0-9_-]+$", key);
        Assert.Matches("^[A-Za-z0-9_-]+$", Entities[key].UniqueId);
        Assert.Matches("^(sensor|binary_sensor)\\.[a-z0-9_]+$", Entities[key].DefaultEntityId);
    }

    [Fact]
    public void UniqueIdsAreUniqueOverDevicesStreamsAndModels()
    {
        string[] names = ["a", "b", "a_b", "b_a", "a-b", "a_b_a"];
        var ids = from site in names
            from device in names
            from entity in DiscoveryEntities.Of(DiscoveredSamples.Device with
            {
                Topics = new DeviceTopics(site, device),
                Models = [.. names.Select(name => new DiscoveredModel(name, ["x"]))],
                Streams = names,
            }).Values
            select entity.UniqueId!;
        Assert.Distinct(ids);
    }

    [Fact]
    public void EachModelAndStreamHasALabelOfItsOwn()
    {
        var labels = Entities.Values.Where(entity => entity.DeviceClass == "enum").ToArray();
        Assert.Equal(4, labels.Length);
        Assert.Distinct(labels.Select(label => label.StateTopic!));
        Assert.All(labels, label => Assert.DoesNotContain("+", label.StateTopic, StringComparison.Ordinal));
    }

    [Fact]
    public void WithoutKnownStreamsAModelHasOneLabelThatNoOtherModelFlips()
    {
        var entities = DiscoveryEntities.Of(DiscoveredSamples.Device with { Streams = [] });
        Assert.Equal(
            ["edgeinfer/lab/pi5/inference/+/har-phone-cnn-int8", "edgeinfer/lab/pi5/inference/+/har-phone-fasttree"],
            entities.Values.Where(entity => entity.DeviceClass == "enum").Select(entity => entity.StateTopic!).Order());
    }

    [Theory]
    [InlineData(50.0, 60)]
    [InlineData(0.5, 60)]
    [InlineData(0.01, 1_000)]
    public void AnAnswerExpiresAfterTenWindowsAndAMinuteAtLeast(double windowsPerSecond, int seconds) => Assert.Equal(
        seconds, DiscoveryEntities.Of(DiscoveredSamples.Device with { WindowsPerSecond = windowsPerSecond, Streams = [] })
            ["label_har-phone-cnn-int8"].ExpireAfter);

    [Fact]
    public void WithoutPublishedAnswersOnlySummariesAreShown() => Assert.DoesNotContain(
        DiscoveryEntities.Of(DiscoveredSamples.Device with { WindowsPerSecond = null }).Values,
        entity => entity.StateTopic!.Contains("/inference/", StringComparison.Ordinal));

    /// <summary>A '+' stands for a name.</summary>
    private static MessageKind KindOf(DiscoveryComponent entity)
    {
        Assert.True(TopicAddress.TryParse(entity.StateTopic!.Replace('+', 'x'), out var address));
        return Assert.Single(DeviceMessages.All.Kinds, kind => kind.Topic.TryMatch(address.Levels, out _));
    }

    [GeneratedRegex(@"value_json\.(?<field>\w+)")]
    private static partial Regex FieldsRead();

    [GeneratedRegex(@"'(?<field>\w+)'")]
    private static partial Regex Quoted();
}
