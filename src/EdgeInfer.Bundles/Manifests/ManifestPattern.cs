using System.Text.RegularExpressions;

namespace EdgeInfer.Bundles.Manifests;

/// <summary>Shapes of text in a manifest.</summary>
internal static partial class ManifestPattern
{
    [GeneratedRegex(@"\A[a-z0-9]+(?:-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    public static partial Regex Slug { get; }

    [GeneratedRegex(@"\A[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    public static partial Regex Sha256 { get; }

    /// <summary>No separator, no leading dot: a name that cannot leave its folder or hide in it.</summary>
    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,99}\z", RegexOptions.CultureInvariant)]
    public static partial Regex FileName { get; }

    [GeneratedRegex(@"\A[0-9]{1,5}\.[0-9]{1,5}\.[0-9]{1,5}\z", RegexOptions.CultureInvariant)]
    public static partial Regex Version { get; }
}
