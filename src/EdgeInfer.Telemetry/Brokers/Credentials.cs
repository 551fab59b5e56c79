namespace EdgeInfer.Telemetry.Brokers;

internal sealed record Credentials(string UserName, string Password)
{
    /// <summary>Without the password, which no log may see.</summary>
    public override string ToString() => $"user {UserName}";
}
