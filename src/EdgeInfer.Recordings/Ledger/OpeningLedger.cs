using System.Text;
using System.Text.Json;
using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Opening;
using static System.FormattableString;

namespace EdgeInfer.Recordings.Ledger;

/// <summary>
/// <c>openings.jsonl</c> beside the data: a JSON line for every time that a test side was opened, whatever opened it. Lines are
/// only ever added.
/// </summary>
public static class OpeningLedger
{
    public const string FileName = "openings.jsonl";

    /// <summary>Some 30,000 openings; a longer file is no ledger.</summary>
    private const long MostBytes = 16 * 1024 * 1024;

    private static readonly string[] AskForVerdict = ["compare", "demo"];

    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(10);

    /// <summary>A writer holds the file for milliseconds; who holds it for a minute has hung.</summary>
    private static readonly TimeSpan LockPatience = TimeSpan.FromMinutes(1);

    /// <summary>Adds an opening, unless <paramref name="run"/> has opened this test side before.</summary>
    /// <param name="set">Its test side is opened.</param>
    /// <param name="verb">What opens it.</param>
    /// <param name="bundles">SHA-256 of the bundles that are judged.</param>
    /// <param name="run">What the user started.</param>
    /// <param name="time">Clock.</param>
    /// <returns>The openings so far.</returns>
    /// <exception cref="InvalidInputException">A line is damaged, the file is too long, or another process holds it.</exception>
    public static OpeningCount Record(
        RecordingSet set, string verb, IEnumerable<string> bundles, OpeningRun run, TimeProvider time)
    {
        var path = Path.Combine(set.Directory, FileName);
        if (IsReadOnly(set.Directory, path))
            return new OpeningCount(null, null, Look: 1, $"{set.Directory} is read-only");
        FileStream file;
        try
        {
            file = OpenAlone(path, time);
        }
        catch (IOException error) when (LedgerFaults.IsReadOnly(error))
        {
            return new OpeningCount(null, null, Look: 1, $"{set.Directory} is on a read-only file system");
        }
        catch (UnauthorizedAccessException)
        {
            return new OpeningCount(null, null, Look: 1, $"{path} cannot be written");
        }

        using (file)
        {
            var openings = Read(file, path);
            var same = openings.Where(one => one.SplitSha256 == set.SplitSha256).ToArray();
            var look = 1 + EarlierLooks(openings, set);
            if (same.Any(one => one.Run == run.Id))
                return new OpeningCount(same.Length, openings.Count, look, null);
            var opening = new LedgerLine(
                time.GetUtcNow(), run.Id, verb, set.Dataset.Name, set.Split.Name, set.SplitSha256, [.. bundles], same.Length + 1);
            // One write: a process that is killed leaves a whole line or none.
            file.Write([.. JsonSerializer.SerializeToUtf8Bytes(opening, LedgerJson.Default.LedgerLine), (byte)'\n']);
            file.Flush(flushToDisk: true);
            return new OpeningCount(same.Length + 1, openings.Count + 1, look, null);
        }
    }

    /// <summary>Other test sides of this split that a verdict was asked of; asking again of the same one is no further look.</summary>
    private static int EarlierLooks(List<LedgerLine> openings, RecordingSet set) => openings
        .Where(one => one.Task == set.Dataset.Name && one.Split == set.Split.Name && AskForVerdict.Contains(one.Verb))
        .Select(one => one.SplitSha256)
        .Where(sha256 => sha256 != set.SplitSha256)
        .Distinct()
        .Count();

    // Permissions do not bind a superuser, who must not write into a folder that was closed on purpose either.
    private static bool IsReadOnly(string directory, string path)
    {
        const UnixFileMode Write = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        if (OperatingSystem.IsWindows())
            return false;
        return (File.GetUnixFileMode(File.Exists(path) ? path : directory) & Write) == 0;
    }

    private static FileStream OpenAlone(string path, TimeProvider time)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held) when (LedgerFaults.IsHeld(held))
            {
                if (time.GetElapsedTime(start) > LockPatience)
                    throw new InvalidInputException(path, "another process holds the ledger of openings; end it, and try again", held);
                Thread.Sleep(LockPause);
            }
            catch (IOException error) when (!LedgerFaults.IsReadOnly(error))
            {
                throw new InvalidInputException(path, $"the ledger of openings cannot be opened: {error.Message}", error);
            }
        }
    }

    /// <summary>Leaves the file at its end.</summary>
    private static List<LedgerLine> Read(FileStream file, string path)
    {
        if (file.Length > MostBytes)
            throw new InvalidInputException(path, Invariant($"{file.Length} bytes, more than {MostBytes}: this is no ledger of openings"));
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        if (bytes.Length > 0 && bytes[^1] != '\n')
            throw Damaged(path, bytes.AsSpan().Count((byte)'\n') + 1, "it is cut off");
        var openings = new List<LedgerLine>();
        foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n').SkipLast(1))
        {
            try
            {
                openings.Add(JsonSerializer.Deserialize(line, LedgerJson.Default.LedgerLine) ?? throw new JsonException("it is null"));
            }
            catch (JsonException error)
            {
                throw Damaged(path, openings.Count + 1, error.Message.Split('\n')[0]);
            }
        }

        return openings;
    }

    private static InvalidInputException Damaged(string path, int line, string reason) => InvalidInputException.AtLine(
        path, line, $"the line is no opening of a test side: {reason.TrimEnd('.')}; mend it, or remove this line alone");
}
