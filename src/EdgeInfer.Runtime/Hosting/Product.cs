namespace EdgeInfer.Runtime.Hosting;

internal static class Product
{
    /// <summary>Major, minor and patch.</summary>
    public static string Version { get; } = typeof(Product).Assembly.GetName().Version!.ToString(3);
}
