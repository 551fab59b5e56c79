namespace EdgeInfer.Recordings.Ledger;

/// <summary>What an <see cref="IOException"/> on opening the ledger says; .NET puts the system's own number into it.</summary>
internal static class LedgerFaults
{
    private const int ReadOnlyFileSystem = 30;
    private const int TryAgainOnLinux = 11;
    private const int TryAgainOnMac = 35;

    // HRESULT_FROM_WIN32 of ERROR_WRITE_PROTECT, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION.
    private const int WriteProtected = unchecked((int)0x80070013);
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int LockViolation = unchecked((int)0x80070021);

    /// <summary>Nobody can write there.</summary>
    public static bool IsReadOnly(IOException error) =>
        error.HResult == (OperatingSystem.IsWindows() ? WriteProtected : ReadOnlyFileSystem);

    /// <summary>Another process holds the file, and will let it go.</summary>
    public static bool IsHeld(IOException error) => OperatingSystem.IsWindows()
        ? error.HResult is SharingViolation or LockViolation
        : error.HResult == (OperatingSystem.IsMacOS() ? TryAgainOnMac : TryAgainOnLinux);
}
