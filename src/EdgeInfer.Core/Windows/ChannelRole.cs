namespace EdgeInfer.Core.Windows;

/// <summary>What a channel tells: the signal itself, or the shaft speed that orders its spectrum.</summary>
public enum ChannelRole
{
    Signal,

    /// <summary>Rotational speed in revolutions per second (Hz).</summary>
    Speed,
}
