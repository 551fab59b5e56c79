using System.Text.RegularExpressions;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Messages;

namespace EdgeInfer.Telemetry.Tests.Kinds;

/// <summary>What holds of every kind in the catalogue, those of tomorrow included.</summary>
public sealed class EveryKindTests
{
    public static TheoryData<string> Names => [.. DeviceMessages.All.Kinds.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void WhatIsNumberedMustArriveAndWhatIsNotNumberedNeedNot(string name)
    {
        var message = Kind(name).Describe().Message;
        if (message.IsAssignableTo(typeof(NumberedMessage)))
            Assert.True(Kind(name).AtLeastOnce);
        if (message.IsAssignableTo(typeof(UnnumberedMessage)))
            Assert.False(Kind(name).AtLeastOnce || Kind(name).Retain);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryRuleIsOfAFieldOfThePayload(string name)
    {
        var payload = Kind(name).Describe();
        if (payload.Json is null)
            return;
        var fields = payload.Json.Properties.Select(property => property.Name).Append("seq");
        Assert.Empty(payload.Bounds.Select(rule => rule.Field).Except(fields));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryNameInTheTopicIsARequiredFieldOfThePayload(string name)
    {
        var required = Kind(name).Describe().Json?.Properties.Where(property => property.IsRequired).Select(property => property.Name);
        Assert.Empty(Kind(name).Topic.Parameters.Except(required ?? []));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryFloatIsRoundedToWhatWasMeasured(string name) => Assert.All(
        (Kind(name).Describe().Json?.Properties ?? []).Where(
            field => field.PropertyType == typeof(double) || field.PropertyType == typeof(double?)),
        field => Assert.NotNull(field.CustomConverter));

    [Fact]
    public void NoTwoKindsShareANameOrATopic()
    {
        var kinds = DeviceMessages.All.Kinds;
        Assert.Equal(kinds.Count, kinds.Select(kind => kind.Name).Distinct().Count());
        Assert.Equal(kinds.Count, kinds.Select(kind => Regex.Replace(kind.Topic.ToString(), "{.*?}", "+")).Distinct().Count());
    }

    [Fact]
    public void EveryFolderOfMessagesIsInTheCatalogue()
    {
        var messages = typeof(DeviceMessages).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.GetInterfaces().Any(
                contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IMessage<>)));
        Assert.Equal(
            messages.Select(type => type.Name).Order(StringComparer.Ordinal),
            DeviceMessages.All.Kinds.Select(kind => kind.Describe().Message.Name).Order(StringComparer.Ordinal));
    }

    private static MessageKind Kind(string name) => DeviceMessages.All.Kinds.Single(kind => kind.Name == name);
}
