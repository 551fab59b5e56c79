using EdgeInfer.Core.Errors;

namespace EdgeInfer.Benchmarks.Instructions;

/// <summary>A program that the machine may lack.</summary>
internal static class InstalledProgram
{
    /// <exception cref="InvalidInputException">No folder of PATH holds it.</exception>
    public static void Require(string name, string package)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, name))))
            throw new InvalidInputException(name, $"absent: Debian's {package} has it");
    }
}
