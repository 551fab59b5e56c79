using System.Globalization;

namespace EdgeInfer.Telemetry.Rules;

/// <summary>What must hold of one field beyond its type.</summary>
/// <param name="Field">Its name in the payload.</param>
/// <param name="Holds">True for a good message.</param>
/// <param name="Seen">What to show of a bad one; a text of unknown length as its length.</param>
/// <param name="Bounds">The rule for a schema; null where a schema can't say it.</param>
internal sealed record FieldRule<T>(
    string Field, Func<T, bool> Holds, Func<T, object> Seen, FieldBounds? Bounds = null, Rejection Rejection = Rejection.Value)
{
    /// <exception cref="RejectedMessageException">It does not hold.</exception>
    public void Check(T message)
    {
        if (!Holds(message))
            throw new RejectedMessageException(
                Rejection, string.Create(CultureInfo.InvariantCulture, $"{Field} is {Seen(message)}"));
    }
}
