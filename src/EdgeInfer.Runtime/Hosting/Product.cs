namespace EdgeInfer.Runtime.Hosting;

internal static class Product
{
    public static Version Version { get; } = typeof(Product).Assembly.GetName().Version!;

    /// <summary>Major, minor and patch.</summary>
    public static string VersionText { get; } = Version.ToString(3);
}
