namespace EdgeInfer.Telemetry.Sessions;

/// <summary>64 random bits from the kernel. RandomNumberGenerator has them from OpenSSL, which a device may lack.</summary>
internal static class BootId
{
    /// <summary>16 digits of a random UUID without the two that say its version and variant (RFC 9562, 5.4).</summary>
    public static string New()
    {
        var digits = Guid.NewGuid().ToString("N");
        return digits[..8] + digits[^8..];
    }
}
