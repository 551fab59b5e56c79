namespace EdgeInfer.Bundles.Manifests;

/// <summary>The first thing found wrong in a JSON file of a bundle.</summary>
/// <param name="Path">JSON path of the field.</param>
/// <param name="Reason">What is wrong, with the value seen.</param>
internal sealed record Fault(string Path, string Reason)
{
    public override string ToString() => $"{Path}: {Reason}";
}
