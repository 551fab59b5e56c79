using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Trainer.Torch;

/// <summary>
/// A copy of TorchSharp 0.107.0's binding that loads on libstdc++ before GCC 13 (Debian 12, Ubuntu 22.04).
/// </summary>
/// <remarks>
/// The binding needs one symbol of version GLIBCXX_3.4.32: <c>std::ios_base_library_init()</c>, which only makes
/// sure that the standard streams exist; older libstdc++ does that in each translation unit. The copy names
/// <c>std::get_new_handler()</c> instead, which takes nothing and changes nothing, at version GLIBCXX_3.4.20, which the binding
/// needs anyway. Nothing else is touched, and both the original and the copy are checked by hash.
/// </remarks>
internal static class CompatibleCopy
{
    private const string OriginalSha256 = "cf33b1b0bb6bbb9754a768fb5c5d04d9f498603be50e73f55621a0b40ee608b8";
    private const string CopySha256 = "c9afd62b75e42defdd380ee25fb1ee0734ba91818f44551808cec7acdd549c07";

    private const string NewSymbol = "_ZSt21ios_base_library_initv";
    private const string OldSymbol = "_ZSt15get_new_handlerv";
    private const string NewVersion = "GLIBCXX_3.4.32";
    private const string OldVersion = "GLIBCXX_3.4.20";

    /// <summary>Offset of <see cref="NewSymbol"/> in the string table of the original.</summary>
    private const int SymbolOffset = 0x55;

    private static string CacheFolder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
        "edgeinfer", "torchsharp-0.107.0-glibcxx-3.4.20");

    /// <summary>Returns the path of the copy, writing it into the user's cache folder the first time.</summary>
    public static string Write(string original) => Write(original, CacheFolder);

    internal static string Write(string original, string folder)
    {
        var copy = Path.Combine(folder, Path.GetFileName(original));
        if (File.Exists(copy) && Hash(File.ReadAllBytes(copy)) == CopySha256)
            return copy;

        var bytes = File.ReadAllBytes(original);
        if (Hash(bytes) != OriginalSha256)
            throw new InvalidInputException(
                original,
                $"needs {NewVersion}, which this host's libstdc++ lacks, and is not the build that can be adapted (sha256 {Hash(bytes)})");
        Patch(bytes);
        if (Hash(bytes) != CopySha256)
            throw new InvalidOperationException($"the adapted {original} has sha256 {Hash(bytes)}, not {CopySha256}");

        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $"{Guid.NewGuid():N}.tmp");
        File.WriteAllBytes(temporary, bytes);
        File.Move(temporary, copy, overwrite: true);
        return copy;
    }

    private static void Patch(byte[] library)
    {
        var symbol = IndexOf(library, NewSymbol);
        var strings = symbol - SymbolOffset;
        library.AsSpan(symbol, NewSymbol.Length).Clear();
        Encoding.ASCII.GetBytes(OldSymbol, library.AsSpan(symbol));

        // Elf64_Vernaux: hash (4 bytes), flags (2), other (2), name (4), next (4); the name counts from the string table.
        var newName = (uint)(IndexOf(library, NewVersion) - strings);
        for (var at = 0; at + 16 <= library.Length; at += 4)
        {
            var entry = library.AsSpan(at, 16);
            if (BinaryPrimitives.ReadUInt32LittleEndian(entry) != ElfHash(NewVersion) ||
                BinaryPrimitives.ReadUInt32LittleEndian(entry[8..]) != newName)
                continue;
            BinaryPrimitives.WriteUInt32LittleEndian(entry, ElfHash(OldVersion));
            BinaryPrimitives.WriteUInt32LittleEndian(entry[8..], (uint)(IndexOf(library, OldVersion) - strings));
        }
    }

    private static int IndexOf(byte[] library, string text) =>
        library.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text + "\0"));

    /// <summary>The hash of symbol versions, System V ABI, chapter 5.</summary>
    private static uint ElfHash(string text)
    {
        uint hash = 0;
        foreach (var character in text)
        {
            hash = (hash << 4) + character;
            var high = hash & 0xf0000000;
            hash ^= high >> 24;
            hash &= ~high;
        }

        return hash;
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
