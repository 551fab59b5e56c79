using System.Globalization;
using System.Text;
using System.Text.Json;
using EdgeInfer.Telemetry.Links;

namespace EdgeInfer.Telemetry.Outboxes.Refusals;

/// <summary>
/// Messages that the broker would not take, a line of JSON each: when, why, topic and payload. At its limit the file becomes
/// refused.1.jsonl, in the place of the one before.
/// </summary>
internal sealed class RefusedMessages(string folder)
{
    /// <summary>Two files of a mebibyte hold thousands of messages, enough to see what the broker has against them.</summary>
    private const long MaxBytes = 1024 * 1024;

    private readonly string _path = Path.Combine(folder, "refused.jsonl");

    /// <exception cref="IOException">The disk does not take it.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public void Keep(OutgoingMessage message, string reason, DateTimeOffset at)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("at", at.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("reason", reason);
            json.WriteString("topic", message.Topic);
            json.WriteString("payload", Encoding.UTF8.GetString(message.Payload));
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        Directory.CreateDirectory(folder);
        if (File.Exists(_path) && new FileInfo(_path).Length + line.Length > MaxBytes)
            File.Move(_path, Path.ChangeExtension(_path, ".1.jsonl"), overwrite: true);
        using var file = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.Read);
        line.WriteTo(file);
    }
}
