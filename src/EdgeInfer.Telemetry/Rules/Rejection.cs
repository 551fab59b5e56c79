namespace EdgeInfer.Telemetry.Rules;

/// <summary>Why a message did not get in.</summary>
public enum Rejection
{
    /// <summary>Not a topic of any kind of message.</summary>
    Topic,

    /// <summary>More bytes than a message may have.</summary>
    Size,

    /// <summary>Not JSON of the message's fields: syntax, nesting, types, a field missing or twice.</summary>
    Json,

    /// <summary>A version of the payload that this reader does not know.</summary>
    Schema,

    /// <summary>A field's value is out of its range or contradicts the topic.</summary>
    Value,
}
