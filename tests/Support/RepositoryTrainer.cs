namespace EdgeInfer.Tests.Support;

internal static partial class Repository
{
    /// <summary>The trainer's executable, built with the caller in the same configuration.</summary>
    public static string Trainer
    {
        get
        {
            var framework = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
            return Path.Combine(Root, "tools", "EdgeInfer.Trainer", "bin", framework.Parent!.Name, framework.Name, "edgeinfer-trainer");
        }
    }
}
