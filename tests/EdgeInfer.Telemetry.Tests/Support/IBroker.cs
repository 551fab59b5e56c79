namespace EdgeInfer.Telemetry.Tests.Support;

/// <summary>A real broker that can go away and come back on the same port.</summary>
internal interface IBroker : IAsyncDisposable
{
    int Port { get; }

    Task StartAsync();

    Task StopAsync();
}
