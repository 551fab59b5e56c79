using System.Text.Json;

namespace EdgeInfer.Core.Json;

/// <summary>What a JSON error complains about.</summary>
public static class JsonReason
{
    private const string PathSuffix = " Path: ";

    /// <summary>The message without the path and position at its end, which belong to the place of our own error.</summary>
    public static string Of(JsonException error)
    {
        var end = error.Message.IndexOf(PathSuffix, StringComparison.Ordinal);
        return end < 0 ? error.Message : error.Message[..end];
    }
}
