using EdgeInfer.Telemetry.Commands.Wire;

namespace EdgeInfer.Telemetry.Commands.Nonces;

/// <summary>
/// The commands that were begun, on disk, so that none runs twice, not after a power cut either: a note is synced before the
/// command runs. Lines are appended; a file of <see cref="MaxLines"/> is written anew with what is still remembered.
/// </summary>
internal sealed class NonceStore : IDisposable
{
    /// <summary>Four times what may be remembered; about 1 MB.</summary>
    public const int MaxLines = 4 * NonceMemory.MaxEntries;

    /// <summary>A longer file was not written here.</summary>
    private const long MaxFileBytes = (long)(MaxLines + 1) * NonceLine.MaxLength;

    private readonly NonceMemory _memory = new();
    private readonly string? _path;
    private FileStream? _file;
    private string? _fault;
    private int _lines;
    private long _length;

    private NonceStore(string? path) => _path = path;

    public long ForgottenMs => _memory.ForgottenMs;

    /// <param name="folder">Null to remember for as long as the process lives.</param>
    /// <param name="notice">
    /// Takes a line on what was damaged, or on a folder that can't be used: the device then works, and no command runs.
    /// </param>
    public static NonceStore Open(string? folder, Action<string> notice)
    {
        if (folder is null)
            return new NonceStore(null);
        var store = new NonceStore(Path.Combine(folder, "nonces"));
        try
        {
            Directory.CreateDirectory(folder);
            store._file = new FileStream(store._path!, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            store.Read(notice);
            return store;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            store.Dispose();
            store._fault = $"the nonces of commands can't be kept here: {error.Message.TrimEnd('.')}";
            notice($"{store._path}: {store._fault}; commands are refused");
            return store;
        }
    }

    public NonceEntry? Find(string nonce) => _memory.Find(nonce);

    /// <summary>On disk when it returns.</summary>
    /// <exception cref="IOException">It could not be written, and the command must not run.</exception>
    public void Begin(NonceEntry entry)
    {
        Append(NonceLine.Begun(entry), sync: true);
        _memory.Begin(entry);
    }

    /// <summary>Not synced: after a power cut the end of the last commands may be unknown, but not that they began.</summary>
    /// <exception cref="IOException">It could not be written; the command is not run again all the same.</exception>
    public void End(string nonce, CommandStatus status)
    {
        _memory.End(nonce, status);
        Append(NonceLine.Ended(nonce, status), sync: false);
    }

    /// <param name="nowMs">By a clock that is set.</param>
    public void ForgetExpired(long nowMs) => _memory.ForgetExpired(nowMs);

    public void Dispose() => _file?.Dispose();

    private void Append(byte[] line, bool sync)
    {
        if (_fault is not null)
            throw new IOException(_fault);
        if (_file is null)
            return;
        if (_lines >= MaxLines)
            Rewrite();
        // What a write that failed half-way left behind the last whole line.
        if (_file.Length > _length)
            _file.SetLength(_length);
        _file.Position = _length;
        _file.Write(line);
        if (sync)
            _file.Flush(flushToDisk: true);
        (_length, _lines) = (_length + line.Length, _lines + 1);
    }

    private void Read(Action<string> notice)
    {
        if (_file!.Length > MaxFileBytes)
            throw new IOException(FormattableString.Invariant($"{_file.Length} bytes, and no more than {MaxFileBytes} are ever written"));
        var bytes = new byte[_file.Length];
        _file.ReadExactly(bytes);
        var damaged = 0;
        var rest = bytes.AsSpan();
        for (int end; (end = rest.IndexOf((byte)'\n')) >= 0; rest = rest[(end + 1)..])
        {
            if (!NonceLine.TryApply(rest[..end], _memory))
                damaged++;
            _lines++;
        }

        // A line without its end was being written when power failed; its command had not begun.
        _length = bytes.Length - rest.Length;
        if (damaged == 0)
            return;
        // Nobody knows which nonces these were, so whatever was sent by the time of the others counts as seen.
        _memory.Forget(_memory.Entries.Select(entry => entry.ExpiresMs).Append(_memory.ForgottenMs).Max());
        notice(FormattableString.Invariant(
            $"{_path}: {damaged} of {_lines} lines are damaged; commands that expire no later than those before are refused"));
        Rewrite();
    }

    private void Rewrite()
    {
        var path = $"{_path}.new";
        var lines = 1;
        var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        try
        {
            using var text = new MemoryStream();
            text.Write(NonceLine.Forgotten(_memory.ForgottenMs));
            foreach (var entry in _memory.Entries)
            {
                text.Write(NonceLine.Begun(entry));
                lines++;
                if (entry.Status is not { } status)
                    continue;
                text.Write(NonceLine.Ended(entry.Nonce, status));
                lines++;
            }

            file.Write(text.GetBuffer().AsSpan(0, (int)text.Length));
            file.Flush(flushToDisk: true);
            File.Move(path, _path!, overwrite: true);
        }
        catch
        {
            file.Dispose();
            throw;
        }

        _file!.Dispose();
        (_file, _length, _lines) = (file, file.Length, lines);
    }
}
