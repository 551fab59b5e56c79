using System.Security.Cryptography;
using System.Text;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>Proposes the groups to test on: about 30 %, chosen by a hash of their names, so that nobody chose them.</summary>
internal static class TestGroups
{
    private const double Share = 0.3;

    public static IReadOnlySet<string> Of(IReadOnlyList<string> groups)
    {
        var count = Math.Min((int)Math.Ceiling(Share * groups.Count), groups.Count - 1);
        return groups
            .OrderBy(group => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(group))), StringComparer.Ordinal)
            .Take(count)
            .ToHashSet(StringComparer.Ordinal);
    }
}
