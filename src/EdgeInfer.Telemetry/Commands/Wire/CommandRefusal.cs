using System.Text.Json.Serialization;
using EdgeInfer.Core.Json;

namespace EdgeInfer.Telemetry.Commands.Wire;

/// <summary>Why a command did not run.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<CommandRefusal>))]
public enum CommandRefusal
{
    /// <summary>It was sent to a topic that is not this device's.</summary>
    Device,

    /// <summary>The broker had kept it: it may be old, and every reconnect would bring it again.</summary>
    Retained,

    /// <summary>More bytes than <see cref="CommandLimits.MaxPayloadBytes"/>.</summary>
    Size,

    /// <summary>Not JSON of a command's fields, or a field is out of its range.</summary>
    Json,

    /// <summary>Its mac is missing, or is not that of this device's key.</summary>
    Mac,

    /// <summary>This device has no such verb.</summary>
    Verb,

    /// <summary>Its time ended before it came.</summary>
    Expired,

    /// <summary>It expires later than <see cref="CommandLimits.MaxLifetime"/> ahead.</summary>
    Lifetime,

    /// <summary>Another command had its nonce.</summary>
    Nonce,

    /// <summary>The verb can't do anything with its args.</summary>
    Args,

    /// <summary>Its nonce could not be written to disk, and so it might run twice.</summary>
    Store,
}
