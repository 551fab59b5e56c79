using System.Globalization;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Datasets.Roles;

/// <summary>Blocks of time as groups, where nothing names a person or machine: <c>--group blocks:10</c>.</summary>
internal static class GroupBlocks
{
    public const string Prefix = "blocks:";

    /// <summary>Enough for an interval, few enough for a minute of samples each in a recording of ten.</summary>
    public const int Default = 10;

    private const int Most = 1000;

    /// <summary>Blocks a file; null where the option says something else.</summary>
    /// <exception cref="InvalidInputException">The number is none, or outside 2 to 1000.</exception>
    public static int? Of(string? option)
    {
        if (option is null || !option.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        return int.TryParse(option.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count is >= 2 and <= Most
            ? count
            : throw new InvalidInputException("--group", $"'{option}' is not blocks:N with N from 2 to {Most}");
    }
}
