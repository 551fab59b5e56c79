namespace EdgeInfer.Telemetry.Kinds;

/// <summary>A message that says itself how it travels.</summary>
public interface IMessage<T>
    where T : class, IMessage<T>
{
    static abstract MessageKind<T> Kind { get; }
}
