namespace EdgeInfer.Bundles.Manifests;

/// <summary>The version that bundles are checked against.</summary>
internal static class RuntimeVersion
{
    public static Version Current { get; } = Of(typeof(RuntimeVersion).Assembly.GetName().Version ?? new Version(0, 0, 0));

    private static Version Of(Version assembly) => new(assembly.Major, assembly.Minor, assembly.Build);
}
