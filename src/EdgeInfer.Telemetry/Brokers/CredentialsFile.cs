using EdgeInfer.Core.Errors;

namespace EdgeInfer.Telemetry.Brokers;

/// <summary>
/// A file of two lines, <c>username=…</c> and <c>password=…</c>, that its owner alone may read. Each value is what follows the
/// first '=', spaces included. Empty lines and lines that begin with '#' say nothing.
/// </summary>
public sealed record CredentialsFile(string Path)
{
    private const string UserName = "username";
    private const string Password = "password";

    /// <summary>Room for a token of an identity service, which has some 2 KiB; what is longer is another file.</summary>
    private const int Limit = 16 * 1024;

    /// <summary>What <c>LoadCredential=edgeinfer-mqtt:FILE</c> of a systemd unit hands over; null where there is none.</summary>
    public static CredentialsFile? OfService() =>
        ServiceCredentials.Find("edgeinfer-mqtt") is { } path ? new CredentialsFile(path) : null;

    /// <exception cref="InvalidInputException">It is missing, open to others, or a line is wrong; no message repeats a value.</exception>
    internal Credentials Read()
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var raw in SecretFile.ReadText(Path, Limit).Split('\n'))
        {
            number++;
            var line = raw.TrimEnd('\r');
            if (line.Length == 0 || line[0] == '#')
                continue;
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 || line[..equals] is not (UserName or Password))
                throw InvalidInputException.AtLine(Path, number, $"begins with neither '{UserName}=' nor '{Password}='");
            if (!values.TryAdd(line[..equals], line[(equals + 1)..]))
                throw InvalidInputException.AtLine(Path, number, $"a second '{line[..equals]}='");
            if (line.Contains('\0', StringComparison.Ordinal))
                throw InvalidInputException.AtLine(Path, number, "holds the character U+0000, which MQTT forbids");
        }

        return new Credentials(Required(values, UserName), Required(values, Password));
    }

    private string Required(Dictionary<string, string> values, string name) =>
        values.TryGetValue(name, out var value) && (value.Length > 0 || name == Password)
            ? value
            : throw new InvalidInputException(Path, $"has no line '{name}=VALUE'");
}
