using System.Runtime.InteropServices;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Trainer.Torch;

/// <summary>
/// Loads libtorch before TorchSharp looks for it. On hosts whose libstdc++ is older than GCC 13's, TorchSharp's own
/// library is loaded from a patched copy (see <see cref="CompatibleCopy"/>).
/// </summary>
internal static class TorchLibrary
{
    internal const string Binding = "libLibTorchSharp.so";

    /// <summary>The one symbol of GCC 13 that the binding asks for.</summary>
    private const string MissingOnOlderHosts = "_ZSt21ios_base_library_initv";

    private const string Core = "libc10.so";

    private static readonly string[] Dependencies = ["libtorch_cpu.so", "libtorch.so"];

    private static readonly Lazy<nint> Loaded = new(Load);

    /// <exception cref="InvalidInputException">libtorch can't be loaded on this host.</exception>
    public static void EnsureLoaded() => _ = Loaded.Value;

    private static nint Load()
    {
        TorchLog.Quieten(Open(Find(Core)));
        foreach (var dependency in Dependencies)
            Open(Find(dependency));
        var binding = Find(Binding);
        return Open(HostHasSymbol() ? binding : CompatibleCopy.Write(binding));
    }

    private static bool HostHasSymbol() =>
        NativeLibrary.TryLoad("libstdc++.so.6", out var library) &&
        NativeLibrary.TryGetExport(library, MissingOnOlderHosts, out _);

    private static nint Open(string path)
    {
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (DllNotFoundException e)
        {
            throw new InvalidInputException(path, $"can't be loaded on this host, so networks can't be trained here: {e.Message}", e);
        }
    }

    internal static string Find(string file)
    {
        var folders = (string?)AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") ?? "";
        return folders.Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Append(AppContext.BaseDirectory)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists)
            ?? throw new InvalidInputException(file, $"not found in {folders}; restore the trainer's packages");
    }
}
