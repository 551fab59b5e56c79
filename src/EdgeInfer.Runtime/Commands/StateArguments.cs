using System.CommandLine;
using System.Globalization;
using EdgeInfer.Core.Errors;
using EdgeInfer.Runtime.Configuration;
using EdgeInfer.Telemetry.Outboxes;

namespace EdgeInfer.Runtime.Commands;

/// <summary>Where messages wait for the broker, how many, and for how long.</summary>
internal sealed class StateArguments
{
    private static readonly OutboxOptions Usual = new();

    private readonly Option<string?> _state = new("--state")
    {
        Description = "Folder for messages that wait; STATE_DIRECTORY or ~/.local/state/edgeinfer/SITE/DEVICE by default.",
    };

    private readonly Option<string?> _size = new("--outbox-mib")
    {
        Description = "MiB that waiting messages may take on the disk, 1 or more; 256 by default.",
    };

    private readonly Option<string?> _age = new("--outbox-days")
    {
        Description = "Days that a message may wait; 7 by default.",
    };

    private readonly Option<string?> _flush = new("--flush-seconds")
    {
        Description = "Seconds of messages that a power cut may take while the broker is away; 5 by default. Fewer wear the card more.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_state);
        command.Options.Add(_size);
        command.Options.Add(_age);
        command.Options.Add(_flush);
    }

    /// <exception cref="InvalidInputException">There is no home for the folder by default.</exception>
    public string Folder(ParseResult parsed, string site, string device) =>
        parsed.GetValue(_state) ?? StateFolder.Default(site, device);

    /// <exception cref="InvalidInputException">A number is none, or out of its range.</exception>
    public OutboxOptions Outbox(ParseResult parsed) => new()
    {
        MaxBytes = Number(parsed, _size, 1, 1_000_000) is { } size ? (long)(size * 1024 * 1024) : Usual.MaxBytes,
        MaxAge = Number(parsed, _age, 0.001, 3_650) is { } days ? TimeSpan.FromDays(days) : Usual.MaxAge,
        FlushInterval = Number(parsed, _flush, 0.1, 3_600) is { } seconds ? TimeSpan.FromSeconds(seconds) : Usual.FlushInterval,
    };

    // Parsed here, because the option's own parser would follow the user's culture.
    private static double? Number(ParseResult parsed, Option<string?> option, double least, double most)
    {
        if (parsed.GetValue(option) is not { } text)
            return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new InvalidInputException(
                option.Name, string.Create(CultureInfo.InvariantCulture, $"'{text}' is no number from {least} to {most}"));
    }
}
