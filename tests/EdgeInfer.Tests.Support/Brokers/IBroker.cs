namespace EdgeInfer.Tests.Support.Brokers;

/// <summary>A real broker that can go away and come back on the same port.</summary>
public interface IBroker : IAsyncDisposable
{
    int Port { get; }

    Task StartAsync();

    Task StopAsync();
}
