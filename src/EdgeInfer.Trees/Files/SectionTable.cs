using EdgeInfer.Core.Errors;
using static EdgeInfer.Trees.Files.CompactTreeLayout;
using static System.FormattableString;

namespace EdgeInfer.Trees.Files;

/// <summary>
/// The sections of a file, checked: in file order, aligned, without gap or overlap, checksums right, none twice, and
/// none mandatory that this version does not know.
/// </summary>
internal sealed class SectionTable
{
    private readonly Dictionary<SectionId, SectionEntry> _known = [];
    private readonly string _fileName;

    public SectionTable(ReadOnlySpan<byte> file, int sections, string fileName)
    {
        _fileName = fileName;
        var end = HeaderLength + (sections * SectionEntryLength);
        for (var index = 0; index < sections; index++)
        {
            var entry = SectionEntry.Read(file[(HeaderLength + (index * SectionEntryLength))..]);
            end = CheckPlace(file, entry, end);
            if (Enum.IsDefined((SectionId)entry.Id))
                AddKnown(entry);
            else if (entry.Mandatory)
                throw Fault(NameOf(entry.Id), "mandatory, but this program does not know it: a newer version is needed");
        }

        if (end != file.Length)
            throw Fault("header", Invariant($"{file.Length - end} bytes after the last section"));
    }

    /// <exception cref="InvalidInputException">Both stand in the file, or neither.</exception>
    public SectionId OneOf(SectionId first, SectionId second) => (Has(first), Has(second)) switch
    {
        (true, false) => first,
        (false, true) => second,
        (true, true) => throw Fault(second.Name, $"stands beside section {first.Name}; one of them must go"),
        _ => throw Fault(second.Name, "missing"),
    };

    public bool Has(SectionId id) => _known.ContainsKey(id);

    public ReadOnlySpan<byte> BytesOf(SectionId id, ReadOnlySpan<byte> file)
    {
        var entry = _known[id];
        return file.Slice((int)entry.Offset, (int)entry.Length);
    }

    private static string NameOf(ushort id) => Enum.IsDefined((SectionId)id)
        ? ((SectionId)id).Name
        : Invariant($"{id}");

    private int CheckPlace(ReadOnlySpan<byte> file, SectionEntry entry, int previousEnd)
    {
        var name = NameOf(entry.Id);
        var start = Align(previousEnd);
        if (entry.Offset != start || start > file.Length)
            throw Fault(name, Invariant($"offset {entry.Offset}, not {start} as the section before it ends at {previousEnd}"));
        if (entry.Length > file.Length - start)
            throw Fault(name, Invariant($"{entry.Length} bytes at offset {entry.Offset} reach past the file's {file.Length}"));
        if (file[previousEnd..start].ContainsAnyExcept((byte)0))
            throw Fault(name, "the bytes that align it must be 0");
        if ((entry.Flags & ~MandatoryFlag) != 0)
            throw Fault(name, Invariant($"flags {entry.Flags} are unknown"));
        if (Crc32C.Of(file.Slice(start, (int)entry.Length)) != entry.Checksum)
            throw Fault(name, "checksum differs: the file is damaged");
        return start + (int)entry.Length;
    }

    private void AddKnown(SectionEntry entry)
    {
        if (entry.Mandatory != ((SectionId)entry.Id).Mandatory)
            throw Fault(NameOf(entry.Id), entry.Mandatory ? "must be marked optional" : "must be marked mandatory");
        if (!_known.TryAdd((SectionId)entry.Id, entry))
            throw Fault(NameOf(entry.Id), "stands twice");
    }

    private InvalidInputException Fault(string section, string reason) => new(_fileName, $"section {section}: {reason}");
}
