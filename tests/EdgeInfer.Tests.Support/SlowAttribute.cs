using Xunit.v3;

namespace EdgeInfer.Tests.Support;

/// <summary>Keeps a test, or all of a class, out of the fast lane.</summary>
/// <param name="why">What takes its time.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SlowAttribute(string why) : Attribute, ITraitAttribute
{
    public string Why => why;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Speed", "Slow")];
}
