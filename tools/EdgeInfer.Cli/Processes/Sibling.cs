using System.Runtime.InteropServices;

namespace EdgeInfer.Cli.Processes;

/// <summary>An executable of this solution that the command line starts as a process of its own.</summary>
/// <param name="Folder">Project folder under the checkout.</param>
/// <param name="Assembly">Name of its assembly.</param>
internal sealed record Sibling(string Folder, string Assembly)
{
    public static Sibling Trainer { get; } = new("tools/EdgeInfer.Trainer", "edgeinfer-trainer");

    public static Sibling Runtime { get; } = new("src/EdgeInfer.Runtime", "edgeinfer-runtime");

    /// <summary>The dotnet that runs this process: three folders above the shared framework.</summary>
    public static string Dotnet { get; } =
        System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));

    /// <summary>Built beside this executable: tools/EdgeInfer.Cli/bin/CONFIGURATION/FRAMEWORK.</summary>
    public string Path
    {
        get
        {
            var here = new DirectoryInfo(System.IO.Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
            var checkout = System.IO.Path.GetFullPath(System.IO.Path.Combine(here.FullName, "..", "..", "..", "..", ".."));
            return System.IO.Path.Combine(checkout, Folder, "bin", here.Parent!.Name, here.Name, $"{Assembly}.dll");
        }
    }
}
