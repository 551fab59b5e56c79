using EdgeInfer.Telemetry.Commands.Wire;

namespace EdgeInfer.Telemetry.Commands.Nonces;

/// <summary>
/// Which commands were begun. One that leaves raises <see cref="ForgottenMs"/> to its expiry, and what expires by then counts as
/// seen: so no command comes back when its nonce has left, whatever this device's clock says.
/// </summary>
internal sealed class NonceMemory
{
    /// <summary>Three a minute for a day, the longest that a command may live; about 400 kB.</summary>
    public const int MaxEntries = 4_096;

    private readonly Dictionary<string, NonceEntry> _entries = [];
    private readonly PriorityQueue<string, long> _byExpiry = new();

    public long ForgottenMs { get; private set; }

    public int Count => _entries.Count;

    public IEnumerable<NonceEntry> Entries => _entries.Values;

    public NonceEntry? Find(string nonce) => _entries.GetValueOrDefault(nonce);

    public void Begin(NonceEntry entry)
    {
        if (!_entries.TryAdd(entry.Nonce, entry))
            return;
        _byExpiry.Enqueue(entry.Nonce, entry.ExpiresMs);
        while (_entries.Count > MaxEntries)
            ForgetFirst();
    }

    public void End(string nonce, CommandStatus status)
    {
        if (Find(nonce) is { } entry)
            _entries[nonce] = entry with { Status = status };
    }

    /// <summary>Everything that expires at <paramref name="expiresMs"/> or before leaves.</summary>
    public void Forget(long expiresMs)
    {
        while (_byExpiry.TryPeek(out _, out var first) && first <= expiresMs)
            ForgetFirst();
        ForgottenMs = Math.Max(ForgottenMs, expiresMs);
    }

    /// <summary>
    /// What expired before <paramref name="nowMs"/> leaves, and raises the mark to its own expiry only: by the clocks of senders.
    /// </summary>
    public void ForgetExpired(long nowMs)
    {
        while (_byExpiry.TryPeek(out _, out var first) && first < nowMs)
            ForgetFirst();
    }

    private void ForgetFirst()
    {
        _byExpiry.TryDequeue(out var nonce, out var expiresMs);
        _entries.Remove(nonce!);
        ForgottenMs = Math.Max(ForgottenMs, expiresMs);
    }
}
